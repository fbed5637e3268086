"""Every operation of the description, tried by schemathesis as three officers: nothing breaks, nothing undocumented is
answered, and nobody is told what is beyond the role. What a role may have is worked out apart, in reach.py."""

import collections
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from post import HERE, PROGRAM, Post

SCHEMATHESIS = Path(sys.executable).parent / "st"
SEED, EXAMPLES = 20260214, 8
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "negative_data_rejection", "unsupported_method", "nothing_beyond_the_role",
    "faults_are_problems",
]
# Who, and whether in person (all that the officer may) or by a program with a token.
ROLES = {"keeper": True, "gate-duty": False, "batxat-chief": True}
# Requests by chance, well meant and not. TWINPOST_API_PHASES=coverage,fuzzing also goes through every form of every
# field, which takes many times as long.
PHASES = os.environ.get("TWINPOST_API_PHASES", "fuzzing")


def begun(login, in_person, folder):
    """A demonstration of its own, and schemathesis at work on it."""
    post = Post()
    secret = post.session(login) if in_person else post.accounts[login]["token"]
    env = {
        **os.environ, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1",
        "TWINPOST_POST": post.folder, "TWINPOST_OFFICER": post.accounts[login]["officer"],
        "TWINPOST_COUNTS": str(folder / "counts.json"), "NO_COLOR": "1",
    }
    # From a file: schemathesis leaves out the address from which it took the description.
    description = folder / "openapi.json"
    description.write_bytes(subprocess.run([PROGRAM, "openapi"], capture_output=True, check=True).stdout)
    command = [
        SCHEMATHESIS, "run", description, "--url", post.url, "-H", f"Authorization: Bearer {secret}",
        "--phases", PHASES, "--max-examples", str(EXAMPLES), "--seed", str(SEED), "--checks", ",".join(CHECKS),
        "--continue-on-failure", "--no-shrink", "--warnings", "off", "--generation-database", "none",
    ]
    log = open(folder / "log.txt", "w", encoding="utf-8")
    return post, subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=env, cwd=folder)


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """All roles at the same time, each on a post of its own."""
    running = {}
    for login, in_person in ROLES.items():
        folder = tmp_path_factory.mktemp(login)
        running[login] = (*begun(login, in_person, folder), folder)
    outcomes = {}
    for login, (post, process, folder) in running.items():
        code = process.wait()
        said = post.said()
        post.stop()
        counts = json.loads((folder / "counts.json").read_text()) if (folder / "counts.json").exists() else {}
        outcomes[login] = (code, (folder / "log.txt").read_text(), counts, said)
    return outcomes


@pytest.mark.parametrize("login", ROLES)
def test_nothing_breaks_and_nothing_beyond_the_role_is_told(tried, login):
    code, log, counts, said = tried[login]
    statuses = collections.Counter()
    for key, number in counts.items():
        statuses[key.split()[1]] += number
    print(f"{login}: {sum(statuses.values())} answers, {dict(sorted(statuses.items()))}")
    assert code == 0, log[-20_000:] + said[-2_000:]
    assert "ERROR" not in said, said[-2_000:]


def test_every_operation_was_tried_and_the_ways_lead_somewhere(tried):
    _, _, counts, _ = tried["gate-duty"]
    document = json.loads(subprocess.run([PROGRAM, "openapi"], capture_output=True, check=True).stdout)
    operations = {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
    assert operations - {key.split()[0] for key in counts} == set()
    well = {login: {key.split()[0] for key in told if key.split()[1] in ("200", "201")} for login, (_, _, told, _) in tried.items()}
    good = set().union(*well.values())
    # By a token nothing of the officer's own tokens and calendars is opened.
    person = {name for name in operations if name.split("-")[0] in ("token", "tokens", "feed", "feeds")}
    reading = {name for name in operations - person if not name.endswith(("-act", "-begin", "-export", "-table"))}
    # A file of any bytes is no table and no paper, no record names a file yet, nobody guesses the passphrase of a key, and whether the one paper with a draft is asked for is chance: these are tried
    # by the tests of import, of files and of papers.
    missing = {name for name in reading - good - {"table-take", "file", "file-keep", "release", "say", "share", "together", "compare", "take-over"} if "record" not in name and "history" not in name}
    assert missing == set()
    assert {"talks-record", "visit-record", "unit-history", "letter-history"} <= well["gate-duty"]
    # Which record is begun and which act is done is chance. A visit is begun and corrected for sure in test_programs.py.
    for way in ("-begin", "-act"):
        assert any(name.endswith(way) for name in good), f"nothing was done by a way that ends in {way}"
