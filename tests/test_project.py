"""The project as it is handed on: nothing of the machine it was made on, nobody else's files, a wheel that runs."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from twinspace_server import __version__

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "twinspace_server" / "assets"
# Written in pieces, so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "registry.yarn" + "pkg.com", "static.crates" + ".io"]
OF_THIS_MACHINE = [r"(?<![\w.])/work/", r"(?<![\w./])/root/", r"/home/\w+/", r"\.\./shared"]
NOBODYS = re.compile(
    r"(^|/)(node_modules|dist|\.venv|__pycache__|assets|data)/|\.(pyc|pyo|so|whl|egg|sqlite|db|log|tar|gz|zip|exe|dll|jar|min\.js|ttf|otf|woff2?)$"
)
PICTURES = {".png", ".ico"}


def tracked() -> list[Path]:
    """The files that belong to the project: what git knows."""
    if not (ROOT / ".git").exists():
        pytest.skip("This is no git checkout, so nobody knows which files belong to it.")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_this_machine() -> None:
    found = []
    for path in tracked():
        if path.suffix in PICTURES:
            continue
        text = path.read_text(encoding="utf-8")
        if path != Path(__file__):
            found += [f"{path.relative_to(ROOT)}: {host}" for host in REGISTRIES if host in text]
            found += [f"{path.relative_to(ROOT)}: {wanted}" for wanted in OF_THIS_MACHINE if re.search(wanted, text)]
    assert found == []


def test_nothing_built_or_foreign_is_kept() -> None:
    assert [str(path.relative_to(ROOT)) for path in tracked() if NOBODYS.search(str(path.relative_to(ROOT)))] == []


def test_no_file_is_larger_than_a_person_reads() -> None:
    big = {path.name for path in tracked() if path.stat().st_size > 100_000}
    assert big <= {"package-lock.json", "requirements.lock", "requirements-dev.lock"}


def test_locks_pin_by_hash_and_agree() -> None:
    pinned = {}
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = re.findall(r"(?m)^([\w.\[\]-]+)==([^\s;\\]+)[^\n]*\\\n(?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)+", text + "\n")
        assert len(entries) == len(re.findall(r"(?m)^[\w.\[\]-]+==", text)), f"{name}: an entry without a hash"
        pinned[name] = dict(entries)
    for package, version in pinned["requirements.lock"].items():
        assert pinned["requirements-dev.lock"].get(package) == version, package


def test_every_source_file_says_what_it_is() -> None:
    for path in tracked():
        if path.suffix == ".py" and path.stat().st_size > 0 and path.name != "__init__.py":
            assert path.read_text(encoding="utf-8").startswith('"""'), f"{path.relative_to(ROOT)} opens without a word"


def test_no_attics() -> None:
    attic = re.compile(r"(^|/)(utils?|helpers?|managers?|services?|common|misc)(\.\w+|/)")
    assert [str(path) for path in tracked() if attic.search(str(path.relative_to(ROOT)))] == []


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
    assert 'license = "EUPL-1.2"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.skipif(not (ASSETS / "index.html").exists(), reason="The browser app is not built; run make build first.")
def test_the_wheel_holds_the_built_app(tmp_path: Path) -> None:
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed here, so no wheel is built.")
    subprocess.run([uv, "build", "--quiet", "--wheel", "--out-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert __version__ in wheel.name
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert "twinspace_server/assets/index.html" in names
    assert any(name.startswith("twinspace_server/assets/assets/") and name.endswith(".js") for name in names)
    assert {f"twinspace_server/assets/fonts/Rubik.{kind}" for kind in ("ttf", "LICENSE.txt")} <= names
    assert "twinspace_server/locales/nl/rooms.ftl" in names
    assert any(name.startswith("twinspace_server/storage/migrations/versions/0001") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "static/", "docs/"))]


def test_scripts_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
