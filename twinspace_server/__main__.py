"""`python -m twinspace_server` is the same as `twinspace`."""

from twinspace_server.cli import app

if __name__ == "__main__":
    app()
