"""Objects in, bytes out."""
