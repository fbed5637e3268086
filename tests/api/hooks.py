"""Checks and counts that schemathesis runs with every answer: no answer holds what its officer may not have."""

import atexit
import collections
import copy
import json
import os
import random
import re

import schemathesis
from schemathesis import GenerationMode

from reach import Reach

REACH = Reach(os.environ["TWINPOST_POST"], os.environ["TWINPOST_OFFICER"])
COUNTS = collections.Counter()
CHANCE = random.Random(1)
IDENTITY = re.compile(r"^[0-9a-z][0-9a-z-]{0,63}$")
# What a record says itself belongs to it, also where it names another one: the row, link or receipt around it is held
# against the reach, and titles are everywhere.
OWN_WORDS = {"state", "fact", "changes"}


def texts(value, but=OWN_WORDS):
    """Every text in a JSON value, but for what a record says itself."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, but)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            if name not in but:
                yield from texts(item, but)


def with_records(value):
    """The same value, with records of the post where a field is called after a noun: nothing made up gets that far."""
    if isinstance(value, list):
        return [with_records(item) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {}
    for name, item in value.items():
        records = REACH.of_noun(name.replace("_", "-"))
        is_named = isinstance(item, str) and records and CHANCE.random() < 0.8
        changed[name] = CHANCE.choice(records) if is_named else with_records(item)
    return changed


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """Requests that are meant well name records that are there, seen and hidden alike, at the version that stands."""
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE or CHANCE.random() < 0.2:
        return
    noun = case.operation.path.split("/")[3] if case.operation.path.count("/") >= 3 else ""
    records = REACH.of_noun(noun)
    if case.method.upper() == "POST":
        # An officer who ended his own service would be told nothing more.
        records = [record for record in records if record != REACH.officer]
    if records and "id" in (case.path_parameters or {}):
        case.path_parameters["id"] = CHANCE.choice(records)
    if case.method.upper() == "POST" and records:
        case.headers["Idempotency-Key"] = f"{CHANCE.getrandbits(128):032x}"
        if "id" in (case.path_parameters or {}):
            case.headers["If-Match"] = "*"
    if case.operation.path == "/api/v1/figures/sum":
        # Parts into which one source divides one whole: these make a sum.
        case.query["ids"] = "fig-batxat-communes-2025,fig-batxat-towns-2025"
    if "unit" in (case.query or {}):
        case.query["unit"] = CHANCE.choice(REACH.of_noun("unit"))
    if isinstance(case.body, dict):
        case.body = with_records(copy.deepcopy(case.body))
        case.body.pop("version", None)


@schemathesis.check
def nothing_beyond_the_role(ctx, response, case):
    """No identity and no title of a record that the officer may not have. A refusal by a rule repeats what was named."""
    sent = set(texts(case.body, but=set())) if response.status_code == 422 else set()
    body = response.content.decode("utf-8", "replace")
    try:
        value = json.loads(body)
        if case.method.upper() == "POST" and isinstance(value, dict):
            # Whoever began a record is told which one it is, also where the role does not read it.
            value.pop("record", None)
        told = list(texts(value))
    except ValueError:
        told = [body]
    for text in told:
        if text not in sent and IDENTITY.match(text) and REACH.known(text) and not REACH.sees(text):
            raise AssertionError(f"{case.method} {case.formatted_path}: record {text} {REACH.rows[text]} is beyond the role")
    for title, record in REACH.titles.items():
        if title in body:
            raise AssertionError(f"{case.method} {case.formatted_path}: the title {title!r} of {record} is beyond the role")


@schemathesis.check
def faults_are_problems(ctx, response, case):
    """Every fault is a problem document that says its own status; never a page."""
    kind = response.headers.get("content-type", [""])[0]
    if "html" in kind:
        raise AssertionError(f"{case.method} {case.formatted_path}: a page")
    if response.status_code >= 400:
        if kind != "application/problem+json":
            raise AssertionError(f"{case.method} {case.formatted_path}: {response.status_code} as {kind or 'nothing'}")
        if json.loads(response.content)["status"] != response.status_code:
            raise AssertionError("the document says another status")


@schemathesis.hook
def after_call(ctx, case, response):
    operation = case.operation.definition.raw.get("operationId", "?")
    COUNTS[f"{operation} {response.status_code}"] += 1


@atexit.register
def tell():
    path = os.environ.get("TWINPOST_COUNTS")
    if path and COUNTS:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(COUNTS, file)
