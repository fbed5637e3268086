"""The interface as programs use it: steps while records arrive, tags, keys, problems, tokens and their limits."""

import datetime
import uuid

import pytest

from post import Caller, Post

UNTIL = str(datetime.date.today() + datetime.timedelta(days=30))
DAY = str(datetime.date.today() - datetime.timedelta(days=3))


def visit(purpose="Courtesy", **fields):
    command = {
        "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": DAY, "purpose": purpose,
        "own_participants": 2, "other_participants": 3, "place": "Gate", **fields,
    }
    return {"command": command}


def recorded(caller, purpose="Courtesy"):
    answer = caller.post("/api/v1/visit", visit(purpose))
    assert answer.status_code == 201, answer.text
    return answer.json()["record"]


def correct(purpose):
    return {"command": {"command": "correct", "purpose": purpose}}


def token(post, login, **fields):
    asked = {"name": "test", "scope": "read", "until_on": UNTIL, **fields}
    made = post.person(login).post("/api/v1/me/tokens", asked)
    assert made.status_code == 201, made.text
    return made.json(), Caller(post.url, {"Authorization": f"Bearer {made.json()['token']}"})


def code(answer):
    return answer.json()["type"].removeprefix("urn:twinpost:")


@pytest.mark.parametrize("order", ["begun", "latest"])
def test_steps_give_every_record_once_while_records_arrive(post, order):
    duty = post.program("gate-duty")
    standing = {recorded(duty, f"Stood before {number}") for number in range(7)}
    found, cursor = [], ""
    while True:
        step = duty.value(f"/api/v1/visit?limit=3&order={order}{cursor}")
        found += [row["id"] for row in step["records"]]
        recorded(duty, "Came meanwhile")
        duty.post(f"/api/v1/visit/{found[0]}", correct("Changed meanwhile"), If_Match="*")
        if step["next"] is None or len(found) > 60:
            break
        cursor = f"&cursor={step['next']}"
    assert len(found) == len(set(found)), "no row twice"
    assert standing <= set(found), "none left out among those standing"


def test_a_cursor_holds_for_its_question_and_officer_and_cannot_be_made_up(post):
    duty = post.program("gate-duty")
    for _ in range(3):
        recorded(duty)
    cursor = duty.value("/api/v1/visit?limit=1")["next"]
    assert duty.get(f"/api/v1/visit?limit=2&cursor={cursor}").status_code == 200
    flipped = ("0" if cursor[0] != "0" else "1") + cursor[1:]
    elsewhere = [
        ("/api/v1/visit", flipped), ("/api/v1/visit", cursor[:-1]), ("/api/v1/visit", cursor + "0"),
        ("/api/v1/visit", cursor[:32] + "vn-bg-laocai"), ("/api/v1/visit", "+" + cursor[1:]), ("/api/v1/visit", "x"),
        ("/api/v1/talks", cursor), ("/api/v1/visit?open=false", cursor), ("/api/v1/visit?order=latest", cursor),
    ]
    for path, tried in elsewhere:
        answer = duty.get(f"{path}{'&' if '?' in path else '?'}cursor={tried}")
        assert (answer.status_code, code(answer)) == (400, "problem:bad-request"), (path, tried)
        assert answer.json()["errors"][0]["parameter"] == "cursor"
    assert post.program("gate-chief").get(f"/api/v1/visit?cursor={cursor}").status_code == 400


def test_a_history_is_read_in_steps(post):
    duty = post.program("gate-duty")
    record = recorded(duty)
    for number in range(4):
        duty.post(f"/api/v1/visit/{record}", correct(f"Purpose {number}"), If_Match="*")
    versions, cursor = [], ""
    while cursor is not None:
        step = duty.value(f"/api/v1/visit/{record}/history?limit=2{cursor and '&cursor=' + cursor}")
        versions += [line["version"] for line in step["history"]]
        cursor = step["next"]
    assert versions == [1, 2, 3, 4, 5]


def test_what_did_not_change_is_not_sent_again(post):
    duty = post.program("gate-duty")
    record = recorded(duty)
    for path in (f"/api/v1/visit/{record}", "/api/v1/visit?limit=200", "/api/v1/figures", "/api/v1/visit/schema"):
        tag = duty.get(path).headers["etag"]
        again = duty.get(path, If_None_Match=f'"other", {tag}')
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), path
    assert duty.get(f"/api/v1/visit/{record}").headers["etag"].startswith('"1.')
    assert duty.get("/api/v1/visit").headers["etag"].startswith('W/"')
    tag = duty.get(f"/api/v1/visit/{record}").headers["etag"]
    assert duty.post(f"/api/v1/visit/{record}", correct("Other"), If_Match=tag).headers["etag"] == '"2"'
    assert duty.get(f"/api/v1/visit/{record}", If_None_Match=tag).status_code == 200


def test_an_act_says_at_which_version_it_looked(post):
    duty = post.program("gate-duty")
    record = recorded(duty)
    path = f"/api/v1/visit/{record}"
    blind = duty.post(path, correct("Blind"))
    assert (blind.status_code, code(blind)) == (428, "problem:version-needed")
    assert duty.post(path, correct("First"), If_Match='"1"').status_code == 200
    late = duty.post(path, correct("Late"), If_Match='"1"')
    assert (late.status_code, code(late)) == (412, "problem:changed")
    assert late.json()["version"] == 2
    assert [change["fact"] for change in late.json()["changes"]] == ["corrected"]
    body = duty.post(path, {**correct("Late"), "version": 1})
    assert (body.status_code, code(body)) == (409, "problem:conflict")
    assert duty.post(path, {**correct("In time"), "version": 2}).status_code == 200
    assert duty.value(path)["record"]["state"]["purpose"] == "In time"


def test_the_same_key_is_done_once_in_either_form(post):
    duty = post.program("gate-duty")
    key = uuid.uuid4()
    first = duty.post("/api/v1/visit", visit(), Idempotency_Key=str(key))
    again = duty.post("/api/v1/visit", visit(), Idempotency_Key=key.hex)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["record"] == again.json()["record"]
    assert (first.json()["repeated"], again.json()["repeated"]) == (False, True)
    other = post.program("gate-chief").post("/api/v1/visit", visit(), Idempotency_Key=str(key))
    assert (other.status_code, code(other)) == (409, "problem:key-used")
    bad = duty.post("/api/v1/visit", visit(), Idempotency_Key="once")
    assert (bad.status_code, bad.json()["errors"][0]["header"]) == (400, "Idempotency-Key")


def test_every_place_that_is_wrong_is_named(post):
    duty = post.program("gate-duty")

    def pointers(body):
        answer = duty.post("/api/v1/visit", body)
        assert (answer.status_code, code(answer)) == (400, "problem:bad-request"), answer.text
        return {wrong.get("pointer") for wrong in answer.json()["errors"]}

    wrong = visit(held_on="2026-02-30", own_participants=-1, place="", purpose="x" * 501, more=True)
    assert pointers(wrong) == {
        "/command/held_on", "/command/own_participants", "/command/place", "/command/purpose", "/command/more",
    }
    assert pointers({}) == {"/command"}
    assert pointers({"command": {"command": "dance"}}) == {"/command/command"}
    assert pointers({**visit(), "unit": "Not A Unit", "happened": "yesterday"}) == {"/unit", "/happened"}
    assert pointers([]) == {""}
    ahead = duty.post("/api/v1/visit", visit(held_on="2999-01-01"))
    assert (ahead.status_code, code(ahead)) == (422, "refusal:visit:in-the-future")
    english = duty.post("/api/v1/visit", visit(held_on="2999-01-01"), Accept_Language="en")
    assert english.json()["title"] != ahead.json()["title"], "told in the language of the request"


def test_a_hidden_record_answers_as_one_that_is_not_there(post):
    hidden, missing = recorded(post.program("gate-duty"), "Zanzibar"), "01j00000000000000000000000"
    for stranger in (post.program("batxat-chief"), post.program("keeper"), post.person("auditor")):
        for ask in (
            lambda id: stranger.get(f"/api/v1/visit/{id}"),
            lambda id: stranger.get(f"/api/v1/visit/{id}/history"),
            lambda id: stranger.get(f"/api/v1/talks/{id}"),
            lambda id: stranger.post(f"/api/v1/visit/{id}", correct("x"), If_Match="*"),
            lambda id: stranger.post(f"/api/v1/visit/{id}", correct("x"), If_Match='"1"'),
            lambda id: stranger.get(f"/api/v1/report/{id}/figures"),
            lambda id: stranger.get(f"/api/v1/report/{id}/recount"),
            lambda id: stranger.get(f"/api/v1/report/{id}/figures/visits"),
        ):
            one, other = ask(hidden), ask(missing)
            assert (one.status_code, one.text) == (other.status_code, other.text)
            assert one.status_code == 404, one.text
        assert stranger.value("/api/v1/search?q=Zanzibar")["records"] == []


def test_a_token_reads_or_records_and_never_decides(post):
    _, reads = token(post, "gate-chief")
    _, records = token(post, "gate-chief", scope="record")
    assert reads.get("/api/v1/visit").status_code == 200
    refused = reads.post("/api/v1/visit", visit())
    assert (refused.status_code, code(refused)) == (403, "problem:token-scope")
    record = recorded(records)
    assert records.value(f"/api/v1/visit/{record}")["offers"] == ["correct"]
    talks = next(row for row in records.value("/api/v1/talks?status=held&limit=200")["records"] or [None])
    if talks:
        signed = {"command": {"command": "sign-minutes", "signed_on": DAY, "originals": 2}}
        refused = records.post(f"/api/v1/talks/{talks['id']}", signed, If_Match="*")
        assert (refused.status_code, code(refused)) == (403, "problem:token-scope")
        assert "sign-minutes" not in records.value(f"/api/v1/talks/{talks['id']}")["offers"]
    for method, path in (("GET", "/api/v1/me/tokens"), ("POST", "/api/v1/me/tokens"), ("POST", "/api/v1/me/feeds")):
        refused = records.ask(method, path, {"name": "x", "scope": "read", "until_on": UNTIL} if method == "POST" else None)
        assert (refused.status_code, code(refused)) == (403, "problem:token-scope"), path
    _, keeper = token(post, "keeper", scope="record")
    officer = post.accounts["gate-duty"]["officer"]
    role = {"command": "assign", "role": "commander", "unit": "vn-bg", "reach": "subtree", "ceiling": "protected", "from": DAY}
    refused = keeper.post(f"/api/v1/officer/{officer}", {"command": role}, If_Match="*")
    assert (refused.status_code, code(refused)) == (403, "problem:token-scope")


def test_a_narrow_token_knows_its_nouns_only(post):
    _, narrow = token(post, "gate-chief", scope="record", nouns=["visit", "unit"])
    record = recorded(narrow, "Zibeline")
    assert narrow.get("/api/v1/talks").status_code == 403
    assert narrow.get("/api/v1/report").status_code == 403
    assert {row["noun"] for row in narrow.value("/api/v1/search?q=gate&limit=200")["records"]} <= {"visit", "unit"}
    assert narrow.value("/api/v1/search?q=Zibeline")["records"][0]["id"] == record
    today = narrow.value("/api/v1/today")
    rows = [row for name in ("needs_me", "waiting", "below", "next", "edited") for row in today[name]]
    assert {row["noun"] for row in rows} <= {"visit", "unit"}
    assert {link["noun"] for link in narrow.value(f"/api/v1/visit/{record}")["links"]} <= {"visit", "unit"}
    assert narrow.value("/api/v1/me")["token"]["nouns"] == ["visit", "unit"]
    for path in ("/api/v1/figures", "/api/v1/figures/sum?ids=fig-batxat-communes-2025,fig-batxat-towns-2025"):
        assert code(narrow.get(path)) == "problem:token-scope", path


TABLE = "counterpart,held_on,purpose,own_participants,other_participants,place\ncp-laocai-gate-talks,2025-12-01,{},2,3,Gate\n"


def test_a_table_is_taken_in_by_a_token_that_goes_so_far_and_by_no_other(post):
    def sent(caller, noun="visit", purpose="Quokka"):
        return caller.send(f"/api/v1/import?noun={noun}", TABLE.format(purpose).encode())

    _, reads = token(post, "gate-chief", scope="read")
    _, without = token(post, "gate-chief", scope="record", nouns=["visit"])
    _, elsewhere = token(post, "gate-chief", scope="record", nouns=["import", "letter"])
    _, goes = token(post, "gate-chief", scope="record", nouns=["import", "visit"])
    for caller in (reads, without, elsewhere):
        refused = sent(caller)
        assert (refused.status_code, code(refused)) == (403, "problem:token-scope")
    assert goes.value("/api/v1/search?q=Quokka")["records"] == []
    taken = sent(goes)
    assert taken.status_code == 201 and taken.json()["new"] == 1, taken.text
    assert taken.headers["location"] == f"/api/v1/import/{taken.json()['import']}"
    again = sent(goes)
    assert (again.status_code, again.json()["new"]) == (200, 0), "the same file twice changes nothing"
    assert sent(goes, noun="dance").status_code == 404
    wrong = goes.send("/api/v1/import?noun=visit&encoding=runes&colour=red", b"x")
    assert (wrong.status_code, {one["parameter"] for one in wrong.json()["errors"]}) == (400, {"colour"})
    bad = goes.send("/api/v1/import?noun=visit", TABLE.format("Q").replace("2025-12-01", "soon").encode())
    assert (bad.status_code, code(bad), bad.json()["details"]["faults"][0]["column"]) == (422, "problem:rows", "B")


def test_a_token_ends_when_it_is_revoked_and_shows_once(post):
    made, caller = token(post, "gate-duty", name="Duty roster")
    person = post.person("gate-duty")
    listed = person.value("/api/v1/me/tokens")["tokens"]
    assert made["id"] in [one["id"] for one in listed]
    assert made["token"] not in str(listed) and made["token"].startswith("tp_") and len(made["token"]) == 46
    assert caller.get("/api/v1/me").status_code == 200
    used = next(one for one in person.value("/api/v1/me/tokens")["tokens"] if one["id"] == made["id"])
    assert used["used_on"] is not None
    assert post.person("gate-chief").ask("DELETE", f"/api/v1/me/tokens/{made['id']}").status_code == 404
    assert person.ask("DELETE", f"/api/v1/me/tokens/{made['id']}").status_code == 204
    assert caller.get("/api/v1/me").status_code == 401
    assert caller.get("/today").headers["location"].startswith("/login"), "a token never opened the pages"


def test_a_token_opens_the_interface_alone_and_not_as_a_cookie(post):
    made, caller = token(post, "gate-duty", scope="record")
    assert caller.get("/today").status_code == 303
    assert Caller(post.url, {"Cookie": f"tp={made['token']}"}).get("/api/v1/me").status_code == 401


def test_a_token_says_until_when_and_what_for(post):
    person = post.person("gate-duty")

    def pointer(**fields):
        answer = person.post("/api/v1/me/tokens", {"name": "x", "scope": "read", "until_on": UNTIL, **fields})
        assert answer.status_code == 400, answer.text
        return answer.json()["errors"][0]["pointer"]

    today = datetime.date.today()
    assert pointer(until_on=str(today + datetime.timedelta(days=400))) == "/until_on"
    assert pointer(until_on=str(today - datetime.timedelta(days=3))) == "/until_on"
    assert pointer(name="  ") == "/name"
    assert pointer(nouns=["dance"]) == "/nouns"
    assert pointer(scope="decide") == "/scope"


def test_what_changes_something_needs_the_token_of_the_session(post):
    person = post.person("gate-duty")
    for wrong in ("", "0" * 64):
        answer = person.post("/api/v1/visit", visit(), x_twinpost_csrf=wrong)
        assert (answer.status_code, code(answer)) == (403, "problem:not-ours")
    assert person.post("/api/v1/visit", visit()).status_code == 201


def test_a_role_that_ends_takes_the_token_with_it():
    own = Post()
    try:
        made, caller = token(own, "batxat-duty", scope="record")
        feed = own.person("batxat-duty").post("/api/v1/me/feeds", {"name": "x", "about": "officer", "until_on": UNTIL}).json()
        nobody = Caller(own.url, {})
        assert caller.value("/api/v1/hotline-call")["records"] != []
        full = nobody.get(feed["address"]).text
        assert "BEGIN:VEVENT" in full
        keeper, officer = own.person("keeper"), own.accounts["batxat-duty"]["officer"]
        state = keeper.value(f"/api/v1/officer/{officer}")["record"]["state"]
        for role in state["assignments"]:
            ends = {"command": "end-role", "role": role["role"], "unit": role["unit"], "until": DAY}
            done = keeper.post(f"/api/v1/officer/{officer}", {"command": ends}, If_Match="*")
            assert done.status_code == 200, done.text
        assert caller.value("/api/v1/hotline-call")["records"] == []
        assert caller.post("/api/v1/visit", visit(counterpart="cp-batxat-hekou")).status_code == 403
        assert "BEGIN:VEVENT" not in nobody.get(feed["address"]).text
        left = {"command": {"command": "record-leaving", "on": str(datetime.date.today())}}
        done = keeper.post(f"/api/v1/officer/{officer}", left, If_Match="*")
        assert done.status_code == 200, done.text
        assert caller.get("/api/v1/me").status_code == 401
        assert nobody.get(feed["address"]).status_code == 404
    finally:
        own.stop()


def test_who_asks_too_fast_is_told_when_to_come_back():
    own = Post(pace=30)
    try:
        duty = own.program("gate-duty")
        answers = [duty.get("/api/v1/me") for _ in range(40)]
        assert answers[0].status_code == 200
        last = answers[-1]
        assert (last.status_code, code(last)) == (429, "problem:too-many-requests")
        assert 1 <= int(last.headers["retry-after"]) <= 60
        assert own.program("gate-chief").get("/api/v1/me").status_code == 200, "others are not kept waiting"
        assert own.person("gate-duty").get("/today").status_code == 200, "the pages are not counted"
    finally:
        own.stop()


def test_lists_and_reports_come_as_tables(post):
    chief = post.program("province-chief")
    report = chief.value("/api/v1/report?limit=1")["records"][0]["id"]
    for path in ("/api/v1/talks/export/list", f"/api/v1/report/{report}/export/report"):
        table = chief.get(f"{path}.csv")
        assert table.status_code == 200 and table.headers["content-type"].startswith("text/csv"), table.text
        assert chief.get(f"{path}.xlsx").content.startswith(b"PK")
        assert chief.get(f"{path}.pdf").status_code == 404
    figures = chief.value(f"/api/v1/report/{report}/figures")["figures"]
    assert figures
    recount = chief.value(f"/api/v1/report/{report}/recount")
    assert {line["figure"] for line in recount["figures"]} >= {line["figure"] for line in figures if line["own"]}
    behind = chief.value(f"/api/v1/report/{report}/figures/{figures[0]['figure']}")
    assert behind["records"]
