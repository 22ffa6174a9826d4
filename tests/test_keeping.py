"""Every table says what it keeps of persons: what they get of it, and what becomes of it when they are erased."""

import pytest

from tests.samples import REGISTRY
from twinspace_server.live.keeping import SECRET, goes
from twinspace_server.storage.tables import metadata

NAMES_A_PERSON = {
    "person", "author", "by", "owner", "about", "changed_by", "deleted_by", "edited_by", "binned_by", "removed_by", "closed_by",
    "answered_by", "email", "address", "username",
}  # fmt: skip
"""Columns that name somebody, by what they are called."""

KEPT = {keeping.table.name for keeping in REGISTRY.keepings}
NOTHING = {one.table.name: one for one in REGISTRY.nothing_kept}


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_a_table_says_what_it_keeps_of_persons(name: str) -> None:
    """A new table is declared with `Feature.keeps` or `keeps_nothing`, or nobody could be erased from it."""
    assert (name in KEPT) != (name in NOTHING), f"{name}: declared {'twice' if name in KEPT else 'nowhere'}"


@pytest.mark.parametrize("name", sorted(NOTHING))
def test_a_table_that_keeps_nothing_of_anybody_names_nobody(name: str) -> None:
    assert len(NOTHING[name].why) > 5
    columns = {column.name for column in NOTHING[name].table.columns}
    assert not columns & NAMES_A_PERSON, f"{name} names somebody"


@pytest.mark.parametrize("keeping", REGISTRY.keepings, ids=lambda keeping: keeping.table.name)
def test_what_stays_says_why_and_what_goes_is_told_apart_by_space(keeping: object) -> None:
    kept = next(one for one in REGISTRY.keepings if one is keeping)
    if kept.sort == "stays":
        assert len(kept.why) > 10
        assert kept.becomes is None
    assert set(kept.becomes or ()) <= set(kept.table.c.keys())
    if kept.within is not None:
        assert "IN (" in str(kept.within("x")) or "space" in str(kept.within("x"))
    if kept.kind is not None:
        assert kept.kind in REGISTRY.items
        assert kept.key in kept.table.c


def test_secrets_are_never_given_out() -> None:
    """Whatever is a checksum of a secret is called so, and nobody gets it."""
    assert {"hash", "token_hash"} <= SECRET


def test_three_choices_are_three_things() -> None:
    went = {choice: {sort for sort in ("own", "said", "made", "stays") if goes(sort, choice)} for choice in ("remove", "former", "thread")}
    assert went == {"remove": {"own", "said", "made"}, "former": {"own"}, "thread": {"own", "made"}}
