"""What makes a new name in a directory outlive a power cut. Called by whatever puts files on the disk: copies, and what people upload."""

import os
from pathlib import Path


def sync_directory(directory: Path) -> None:
    """Have the disk know the names in it; where directories can't be synced (Windows), the system sees to it."""
    if os.name == "posix":
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
