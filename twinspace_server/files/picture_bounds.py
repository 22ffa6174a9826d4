"""What a picture may be: read by the server and by its child processes, so that the server itself never loads a decoder."""

TYPES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp", "AVIF": "image/avif"}
MOST_PIXELS = 40_000_000
LONG_SIDE = 2560
"""Pixels of the longer side; what is larger is made smaller."""
