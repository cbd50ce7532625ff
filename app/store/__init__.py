"""What the app remembers: domain objects in sealed TinyDB tables."""
