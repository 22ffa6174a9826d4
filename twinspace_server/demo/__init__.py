"""The demo: two schools, their people and some days of work, told by commands. `telling.found` makes it; each other file is one subject."""

from twinspace_server.demo.telling import found

__all__ = ["found"]
