"""Hatch build hook: puts the built browser app into the wheel.

Hatchling calls it. It builds only when `twinspace_server/assets/` is missing, so a wheel made from
the sdist (which carries the assets) needs no Node, and an editable install never builds.
"""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BrowserAppHook(BuildHookInterface):
    """Runs `npm ci && npm run build` in `static/` when the built app is not there yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "editable" or (root / "twinspace_server" / "assets" / "index.html").exists():
            return
        npm = shutil.which("npm")
        if npm is None:
            raise RuntimeError("The browser app is not built and npm was not found. Install Node 20, or build from the sdist.")
        subprocess.run([npm, "ci"], cwd=root / "static", check=True)
        subprocess.run([npm, "run", "build"], cwd=root / "static", check=True)
