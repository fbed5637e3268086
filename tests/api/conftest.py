"""What the tests of the interface share."""

import pytest

from post import Post


@pytest.fixture(scope="session")
def post():
    """One demonstration for all tests that leave it usable for the next."""
    running = Post()
    yield running
    running.stop()
