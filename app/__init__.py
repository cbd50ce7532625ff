"""Holdfast: a private, offline companion for the support a person gives and receives."""

VERSION = "0.1.0"
"""Which Holdfast this is: what it calls itself on screens, in backups and in exports. The builds say the same."""
