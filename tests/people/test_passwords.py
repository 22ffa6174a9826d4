"""Passwords: what stands in for the hash of somebody who isn't there costs as much and opens for nobody."""

import asyncio
import os
import sys

import argon2
import pytest

from twinspace_server.errors import BadInput
from twinspace_server.people.hashing import Beside
from twinspace_server.people.passwords import PUPILS, Passwords, judge, nobodys


@pytest.mark.parametrize("hasher", [argon2.PasswordHasher(), argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)])
def test_nobodys_hash_is_checked_like_a_true_one(hasher: argon2.PasswordHasher) -> None:
    made, true = nobodys(hasher), hasher.hash("correct horse")
    assert argon2.extract_parameters(made) == argon2.extract_parameters(true)
    assert len(made) == len(true)
    with pytest.raises(argon2.exceptions.VerifyMismatchError):
        hasher.verify(made, "correct horse")


def test_nobodys_hash_is_another_each_time() -> None:
    assert nobodys(argon2.PasswordHasher()) != nobodys(argon2.PasswordHasher())


@pytest.mark.parametrize(
    "password",
    ["password1234", "qwertyuiop12", "aaaaaaaaaaaaaaaaaaaa", "TwinSpace2026", "welkom12345", "Zomer2026!!", "alicevermeulen", "ab" * 36],
)
def test_what_is_soon_guessed_is_refused(password: str) -> None:
    with pytest.raises(BadInput) as error:
        judge(password, ["alice", "Alice Vermeulen", "alice@example.org", "TwinSpace"])
    assert (error.value.kind, error.value.path) == ("weak_password", "$.password")


@pytest.mark.parametrize("password", ["zon fiets kaas", "correct horse battery", "x8$kQ2!vv0pL", "a river and two towns " * 11])
def test_long_ones_are_welcome(password: str) -> None:
    judge(password, ["alice"])


def test_ones_own_name_is_no_secret() -> None:
    judge("bartholomeus kaas", ["alice"])
    with pytest.raises(BadInput):
        judge("bartholomeus77", ["Bartholomeus Janssens"])


def test_a_pupils_may_be_one_that_a_child_remembers() -> None:
    judge("kikker 12 boom", ["pia"], PUPILS)
    with pytest.raises(BadInput):
        judge("1234567890", ["pia"], PUPILS)


async def test_children_hash_and_check_and_stand_behind_everything_else() -> None:
    passwords = Passwords(2, 10)
    assert isinstance(passwords._hasher, Beside)
    try:
        stored = await passwords.hash("correct horse")
        assert argon2.extract_parameters(stored) == argon2.extract_parameters(argon2.PasswordHasher().hash("x"))
        right = await asyncio.gather(*(passwords.check(word, stored) for word in ("correct horse", "wrong", "correct horse\n")))
        assert right == [True, False, False]
        assert await passwords.check("anything", None) is False
        assert await passwords.check("x", "no hash at all") is False
        children = [child._process.pid for child in passwords._hasher._children]
        assert 1 <= len(children) <= 2
        assert {os.getpriority(os.PRIO_PROCESS, pid) for pid in children} == {min(19, os.getpriority(os.PRIO_PROCESS, 0) + 15)}
        assert {os.getsid(pid) for pid in children} == {os.getsid(0)}, "Linux compares priorities only within a session"
        assert os.getpgrp() not in {os.getpgid(pid) for pid in children}, "what a terminal sends is not for them"
        if sys.platform == "linux" and len(ours := os.sched_getaffinity(0)) > 1:
            assert all(os.sched_getaffinity(pid) < ours for pid in children), "a core of its own for the chat"
        for child in passwords._hasher._children:
            child._process.kill()
        assert await passwords.check("correct horse", stored), "a new child takes its place"
    finally:
        passwords.close()
    assert passwords._hasher._children == []
    for pid in children:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


async def test_a_child_that_nobody_needs_ends_and_the_next_question_has_another(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = "from twinspace_server.people import hashing; hashing.IDLE = 0.05; hashing.main()"
    monkeypatch.setattr("twinspace_server.people.hashing.CHILD", idle)
    passwords = Passwords(1, 10)
    assert isinstance(passwords._hasher, Beside)
    try:
        stored = await passwords.hash("correct horse")
        first = passwords._hasher._children[0]._process
        assert await asyncio.to_thread(first.wait, 10) == 0
        assert await passwords.check("correct horse", stored)
        assert [child._process.pid for child in passwords._hasher._children] != [first.pid]
    finally:
        passwords.close()


async def test_more_than_may_wait_are_asked_to_come_again() -> None:
    passwords = Passwords(1, 2, argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    try:
        answers = await asyncio.gather(*(passwords.check("x", None) for _ in range(10)), return_exceptions=True)
    finally:
        passwords.close()
    assert sum(answer is False for answer in answers) == 3
