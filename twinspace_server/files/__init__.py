"""Where files lie: on the machine's own disk, or in a store that speaks S3. Which one is a setting.

`open_files` is asked by the roof, the command line and tests; all others get a `FileStore` and never learn which it is. Here are
bytes under names, and nothing of people, places or rights: who may have a file is `cms.files`' business.
"""

from pathlib import Path

from twinspace_server.files.local import LocalFiles
from twinspace_server.files.promise import FileStore
from twinspace_server.settings import Settings

__all__ = ["FileStore", "open_files"]


def open_files(settings: Settings) -> FileStore:
    """The store that the settings name; not started yet."""
    if not settings.files_url:
        return LocalFiles(settings.data_path / "files")
    from twinspace_server.files.s3 import S3Files

    return S3Files(
        settings.files_url, Path(settings.data_path / "incoming"), endpoint=settings.files_endpoint, region=settings.files_region,
        key=settings.files_key, secret=settings.files_secret,
    )  # fmt: skip
