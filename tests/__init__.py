"""The tests. Named here as a package, or one of the same name that an installed library brings would be found first."""
