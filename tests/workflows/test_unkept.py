"""What cannot be kept is shown all the same, and the person is told why."""

import errno
import os

import pytest
from support.tiny import LOOSE

from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.library import objects
from deepintro_desktop.workflows.explain import explain


@pytest.fixture
def full(monkeypatch):
    def fail(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(objects.tempfile, "mkstemp", fail)


def test_a_result_that_finds_no_room_is_returned_and_said(place, full):
    told = []
    place.context.tell_unkept = told.append
    request = ExplainRequest(place.network, place.image, clustering=LOOSE, analyse=True, budget=20)
    explanation = explain(request, place.context)
    assert explanation.analysis is not None
    assert told
    assert all("disk is full" in error.why for error in told)
    assert place.context.library.check() == []


def test_without_a_listener_it_is_logged(place, full, caplog):
    explain(ExplainRequest(place.network, place.image, clustering=LOOSE), place.context)
    assert "could not be kept" in caplog.text
