"""The memory of costly values."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from deepintro_desktop.workflows.memo import Memo


def test_a_value_is_made_once():
    made = []
    memo = Memo(2)
    for _ in range(3):
        assert memo.get("a", lambda: made.append(1) or "value") == "value"
    assert len(made) == 1


def test_the_value_used_longest_ago_is_forgotten():
    memo = Memo(2)
    memo.get("a", lambda: 1)
    memo.get("b", lambda: 2)
    memo.get("a", lambda: 3)
    memo.get("c", lambda: 4)
    assert memo.get("a", lambda: 5) == 1
    assert memo.get("b", lambda: 6) == 6


def test_a_failure_is_not_remembered():
    memo = Memo(2)
    with pytest.raises(ZeroDivisionError):
        memo.get("a", lambda: 1 // 0)
    assert memo.get("a", lambda: 7) == 7


def test_forget_drops_what_matches():
    memo = Memo(4)
    memo.put(("x", 1), 1)
    memo.put(("y", 1), 2)
    memo.forget(lambda key: key[0] == "x")
    assert memo.get(("x", 1), lambda: 3) == 3
    assert memo.get(("y", 1), lambda: 4) == 2


def test_threads_share_one_computation():
    made = []
    memo = Memo(2)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: memo.get("a", lambda: made.append(1) or 1), range(40)))
    assert len(made) == 1
