"""Holdfast: a private, offline companion for the support a person gives and receives."""
