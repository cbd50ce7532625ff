"""Files of other apps: bytes in, what was read out. Nothing is written here, and nothing guessed that matters."""
