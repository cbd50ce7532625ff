"""What things mean. Pure: no Flet, no files, no clock, no chance."""
