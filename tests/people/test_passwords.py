"""Passwords: what stands in for the hash of somebody who isn't there costs as much and opens for nobody."""

import argon2
import pytest

from twinspace_server.people.passwords import nobodys


@pytest.mark.parametrize("hasher", [argon2.PasswordHasher(), argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)])
def test_nobodys_hash_is_checked_like_a_true_one(hasher: argon2.PasswordHasher) -> None:
    made, true = nobodys(hasher), hasher.hash("correct horse")
    assert argon2.extract_parameters(made) == argon2.extract_parameters(true)
    assert len(made) == len(true)
    with pytest.raises(argon2.exceptions.VerifyMismatchError):
        hasher.verify(made, "correct horse")


def test_nobodys_hash_is_another_each_time() -> None:
    assert nobodys(argon2.PasswordHasher()) != nobodys(argon2.PasswordHasher())
