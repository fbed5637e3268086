"""A calendar address read by real calendar programs: vdirsyncer fetches it, khal shows it on the clocks of both sides."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from post import Caller

BIN = Path(sys.executable).parent
HANOI, SHANGHAI = "Asia/Ho_Chi_Minh", "Asia/Shanghai"


@pytest.fixture(scope="module")
def talks(post):
    """Talks proposed for 08:30 of the own side, three weeks ahead; the record and the day."""
    day = datetime.date.today() + datetime.timedelta(days=21)
    chief = post.program("gate-chief")
    command = {
        "command": "propose", "counterpart": "cp-laocai-gate-talks", "planned_at": f"{day}T01:30:00Z",
        "place": "Hall at the gate; second floor, left", "host": "vn", "agenda": [{"title": "Lamps", "matter": "follow-up"}],
    }
    begun = chief.post("/api/v1/talks", {"command": command})
    assert begun.status_code == 201, begun.text
    return begun.json()["record"], day


@pytest.fixture
def calendar(post, talks):
    """The address of the officer's own calendar."""
    return make(post, "gate-chief", {"about": "officer"})["address"]


def make(post, login, about):
    until = str(datetime.date.today() + datetime.timedelta(days=30))
    made = post.person(login).post("/api/v1/me/feeds", {"name": "test", "until_on": until, **about})
    assert made.status_code == 201, made.text
    return made.json()


def unfolded(text):
    return text.replace("\r\n ", "").replace("\r\n", "\n")


def event_of(text, uid):
    events = re.findall(r"BEGIN:VEVENT\n.*?END:VEVENT", unfolded(text), re.DOTALL)
    return next((event for event in events if f"UID:{uid}" in event), None)


def synchronised(folder, url):
    """What vdirsyncer brings from the address, as a folder of events."""
    events = folder / "events"
    events.mkdir()
    config = folder / "vdirsyncer.conf"
    config.write_text(
        f'[general]\nstatus_path = "{folder}/status"\n'
        '[pair border]\na = "feed"\nb = "here"\ncollections = null\n'
        f'[storage feed]\ntype = "http"\nurl = "{url}"\n'
        f'[storage here]\ntype = "filesystem"\npath = "{events}"\nfileext = ".ics"\n'
    )
    env = {**os.environ, "HOME": str(folder)}
    for step in ("discover", "sync"):
        done = subprocess.run([BIN / "vdirsyncer", "-c", config, step], capture_output=True, text=True, env=env, input="y\n" * 9)
        assert done.returncode == 0, done.stdout + done.stderr
    return events


def shown(folder, events, zone, day):
    """What khal lists of a day on the clock of a zone."""
    config = folder / f"khal-{zone.replace('/', '-')}.conf"
    config.write_text(
        f"[calendars]\n[[border]]\npath = {events}\nreadonly = True\n"
        f"[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {folder}/khal-{zone.replace('/', '-')}.db\n[default]\ntimedelta = 1d\n"
    )
    env = {**os.environ, "HOME": str(folder), "TZ": zone, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [BIN / "khal", "-c", config, "list", "--format", "{start-time}|{title}|{location}", str(day), "1d"]
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_half_past_eight_here_is_half_past_nine_across_the_line(post, talks, calendar, tmp_path):
    _, day = talks
    events = synchronised(tmp_path, post.url + calendar)
    assert len(list(events.glob("*.ics"))) > 5
    here, there = shown(tmp_path, events, HANOI, day), shown(tmp_path, events, SHANGHAI, day)
    assert re.search(r"^08:30\|.*Hall at the gate; second floor, left", here, re.MULTILINE), here
    assert re.search(r"^09:30\|.*Hall at the gate; second floor, left", there, re.MULTILINE), there


def test_an_event_keeps_its_identity_and_counts_its_changes(post, talks, calendar):
    record, day = talks
    uid = f"{record}-held@vn.twinpost"
    nobody = Caller(post.url, {})
    before = nobody.get(calendar)
    assert before.headers["content-type"] == "text/calendar; charset=utf-8"
    event = event_of(before.text, uid)
    assert f"DTSTART:{day:%Y%m%d}T013000Z" in event
    assert "SEQUENCE:0" in event and "STATUS:TENTATIVE" in event and "CLASS:CONFIDENTIAL" in event
    assert re.search(r"08:30 \(\w+\) · 09:30 \(\w+\)", event), "both clocks are told"
    assert nobody.get(calendar, If_None_Match=before.headers["etag"]).status_code == 304
    assert nobody.get(calendar).text == before.text, "nothing in it comes from the clock"

    chief = post.program("gate-chief")
    answer = {"command": {"command": "record-answer", "answer": "accept"}}
    assert chief.post(f"/api/v1/talks/{record}", answer, If_Match='"1"').status_code == 200
    after = nobody.get(calendar, If_None_Match=before.headers["etag"])
    assert after.status_code == 200
    event = event_of(after.text, uid)
    assert "SEQUENCE:1" in event and "STATUS:CONFIRMED" in event

    cancelled = {"command": {"command": "cancel", "reason": "The bridge is closed"}}
    assert chief.post(f"/api/v1/talks/{record}", cancelled, If_Match="*").status_code == 200
    event = event_of(nobody.get(calendar).text, uid)
    assert "SEQUENCE:2" in event and "STATUS:CANCELLED" in event and "bridge is closed" not in event


def test_a_day_is_a_day_in_every_zone(post, calendar, tmp_path):
    text = unfolded(Caller(post.url, {}).get(calendar).text)
    due = re.search(r"DTSTART;VALUE=DATE:(\d{4})(\d{2})(\d{2})\nDTEND;VALUE=DATE:\d{8}\nSUMMARY:([^\n]*)", text)
    assert due, text
    day = datetime.date(*map(int, due.groups()[:3]))
    title = due.group(4).replace("\\,", ",").replace("\\;", ";")
    events = synchronised(tmp_path, post.url + calendar)
    for zone in (HANOI, SHANGHAI, "America/New_York"):
        assert f"|{title}|" in shown(tmp_path, events, zone, day), zone


def test_no_person_is_named_and_no_grade_above_internal_leaves(post, talks):
    keeper = post.person("keeper")
    officers = keeper.value("/api/v1/officer?limit=200")["records"]
    names = [officer["state"]["name"] for officer in officers] + [officer["id"] for officer in officers]
    chief = post.person("command-chief")
    role = {
        "command": "assign", "role": "officer", "unit": "vn-bg", "reach": "unit", "ceiling": "restricted",
        "from": str(datetime.date.today() - datetime.timedelta(days=2)),
    }
    officer = post.accounts["command-chief"]["officer"]
    assert keeper.post(f"/api/v1/officer/{officer}", {"command": role}, If_Match="*").status_code == 200
    day = str(datetime.date.today() + datetime.timedelta(days=5))
    task = {
        "command": "open", "title": "Kept very close", "matter": "follow-up", "counterpart": "cp-laocai-gate-talks",
        "side": "vn", "due_on": day, "opened_by": "vn-bg",
    }
    for grade in ("internal", "restricted"):
        command = {**task, "title": f"Task of the grade {grade}"}
        begun = chief.post("/api/v1/task", {"command": command, "grade": grade})
        assert begun.status_code == 201, begun.text
    address = make(post, "command-chief", {"about": "officer"})["address"]
    text = unfolded(Caller(post.url, {}).get(address).text)
    assert "Task of the grade internal" in text
    assert "Task of the grade restricted" not in text
    counterpart = make(post, "command-chief", {"about": "counterpart", "record": "cp-laocai-gate-talks"})["address"]
    text += unfolded(Caller(post.url, {}).get(counterpart).text)
    assert [name for name in names if name in text] == []
    assert "ATTENDEE" not in text and "ORGANIZER" not in text


def test_an_address_opens_its_calendar_and_ends_when_revoked(post, talks):
    other = make(post, "batxat-chief", {"about": "counterpart", "record": "cp-laocai-gate-talks"})
    assert "Hall at the gate" not in Caller(post.url, {}).get(other["address"]).text, "another station reads nothing of it"
    refused = post.person("batxat-chief").post(
        "/api/v1/me/feeds", {"name": "x", "about": "unit", "record": "vn-bg-laocai-gate", "until_on": str(datetime.date.today())}
    )
    missing = post.person("batxat-chief").post(
        "/api/v1/me/feeds", {"name": "x", "about": "unit", "record": "no-such-unit", "until_on": str(datetime.date.today())}
    )
    assert (refused.status_code, refused.json()) == (missing.status_code, missing.json())
    assert refused.json()["errors"][0]["pointer"] == "/record"
    person = post.person("batxat-chief")
    assert person.ask("DELETE", f"/api/v1/me/feeds/{other['id']}").status_code == 204
    assert Caller(post.url, {}).get(other["address"]).status_code == 404
    assert person.ask("DELETE", f"/api/v1/me/feeds/{other['id']}").status_code == 404
