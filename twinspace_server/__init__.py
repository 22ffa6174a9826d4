"""The TwinSpace server: the private online room of partner schools, and the platform around it."""

__version__ = "0.1.0"
