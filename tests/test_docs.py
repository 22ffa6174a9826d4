"""The documents say what the code does: lists are compared, links are followed, quoted names exist."""

import re
from pathlib import Path

import pytest

from twinspace_server import app, cli
from twinspace_server.web import documents

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def test_the_settings_page_is_the_codes() -> None:
    assert (DOCS / "settings.md").read_text(encoding="utf-8") == cli.settings_page(), "run: make documents"


def test_the_protocols_lists_are_the_registrys() -> None:
    page = (DOCS / "protocol.md").read_text(encoding="utf-8")
    assert page[page.index("## Commands\n") :].strip() == documents.protocol_lists(app.registry()).strip(), "run: make documents"


def test_settings_named_in_the_documents_exist() -> None:
    known = set(re.findall(r"`(TWINSPACE_[A-Z_]+)`", cli.settings_page()))
    for page in PAGES:
        for name in re.findall(r"TWINSPACE_[A-Z_]*[A-Z]", page.read_text(encoding="utf-8")):
            assert name in known or name.removesuffix("_FILE") in known, f"{page.name} names {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_files_named_in_the_architecture_exist() -> None:
    for page in (DOCS / "architecture.md", ROOT / "CONTRIBUTING.md"):
        for name in re.findall(
            r"`((?:twinspace_server/)?(?:law|live|web|people|spaces|channels|storage|broker)/[\w/]+\.py)`", page.read_text(encoding="utf-8")
        ):
            assert (ROOT / "twinspace_server" / name.removeprefix("twinspace_server/")).exists(), f"{page.name} names {name}"


def test_decisions_are_numbered_one_after_the_other_and_whole() -> None:
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [record.name[:4] for record in records] == [f"{number:04d}" for number in range(len(records))]
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert [line for line in text.splitlines() if line.startswith("## ")] == [
            "## Context",
            "## Decision",
            "## Consequences",
            "## Alternatives",
        ]
        assert len(re.findall(r"(?m)^> ", text)) >= 1, f"{record.name} has no sentence to quote"


def test_make_targets_named_in_the_documents_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name in re.findall(r"`make ([a-z]+)", text) + re.findall(r"(?m)^    make ([a-z]+)", text):
            assert name in targets, f"{page.name} names make {name}"
