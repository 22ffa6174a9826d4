"""Channels: each kind of room is one file here; the folder is walked."""
