"""Papers of two sides by programs: looked at, signed on the neighbour's side with the own key's passphrase, proven."""

import time

from post import Caller, Post


def who_signs(post):
    """The commander at the neighbour's post to whom a patrol record waits, logged in there, and the record."""
    told = post.told["neighbour"]
    for account in (one for one in told["accounts"] if one["role"] == "commander"):
        there = Post.person_at(told["url"], account)
        rows = there.value("/api/v1/document?status=proposed")["records"]
        waiting = [row["id"] for row in rows if row["state"]["kind"] == "patrol-record"]
        if waiting:
            return there, account, waiting[0]
    raise AssertionError("no patrol record waits at the neighbour's post")


def code(answer):
    return answer.json()["type"].removeprefix("urn:twinpost:")


def test_a_paper_is_signed_by_a_person_with_his_own_key_and_never_by_a_token(post):
    there, account, record = who_signs(post)
    paper = there.value(f"/api/v1/document/{record}/paper")
    assert paper["is_here"] and "sign" in paper["may_say"]
    assert len({len(text["paragraphs"]) for text in paper["texts"]}) == 1 and len(paper["texts"]) == 2
    say = {"version": paper["version"], "kind": "sign", "pin": account["pin"]}
    address = f"/api/v1/document/{record}/say"

    program = Caller(there.url, {"Authorization": f"Bearer {account['token']}"})
    assert code(program.post(address, say)) == "problem:token-scope"
    wrong = there.post(address, {**say, "pin": "not the passphrase"})
    assert (wrong.status_code, code(wrong), wrong.json()["code"]) == (409, "problem:signing", "key")
    late = there.post(address, {**say, "version": paper["version"] + 1})
    assert (late.status_code, code(late)) == (412, "problem:changed")
    reasonless = there.post(address, {**say, "kind": "refuse"})
    assert (reasonless.status_code, code(reasonless)) == (422, "refusal:document:needs-words")
    assert there.post(address, {**say, "kind": "propose"}).status_code == 400

    key = {"Idempotency_Key": "0123456789abcdef0123456789abcdef"}
    signed = there.post(address, say, **key)
    assert signed.status_code == 200, signed.text
    assert there.post(address, say, **key).json()["repeated"]

    here = post.program(post.told["accounts"][0]["login"])
    rows = here.value("/api/v1/document?limit=200")["records"]
    own = next(row["id"] for row in rows if row["state"]["kind"] == "patrol-record")
    for _ in range(120):
        if here.value(f"/api/v1/document/{own}")["record"]["status"] == "bound":
            break
        time.sleep(0.5)
    assert here.value(f"/api/v1/document/{own}")["record"]["status"] == "bound"
    bundle = here.get(f"/api/v1/document/{own}/bundle")
    assert bundle.status_code == 200 and len(bundle.content) > 1000
    assert bundle.headers["content-type"] == "application/octet-stream"


def test_the_posts_of_other_sides_are_told_with_what_is_queued_and_refused(post):
    here = post.program(post.told["accounts"][0]["login"])
    told = here.value("/api/v1/peer")
    assert told["own"] == post.told["post"] and told["open"]
    assert [peer["name"] for peer in told["peers"]] == [post.told["neighbour"]["post"]]
    assert told["peers"][0]["refused"] == [] and told["peers"][0]["frozen"] is None


def test_what_is_given_out_shows_first_what_would_leave(post):
    here = post.program(post.told["accounts"][0]["login"])
    row = here.value("/api/v1/document?limit=200")["records"][0]
    answer = here.get(f"/api/v1/document/{row['id']}/preview")
    assert answer.status_code == 200, answer.text
    preview = answer.json()
    assert preview["against"]["reason"] and len(preview["seen"]) == 64 and preview["bytes"] > 100


def test_a_draft_goes_to_the_other_side_is_compared_and_taken_over(post):
    told = post.told["accounts"]
    account = next(one for one in told if one["role"] == "commander" and one["login"] == "gate-chief")
    here = Post.person_at(post.url, account)
    minutes = next(row for row in here.value("/api/v1/document?limit=200")["records"] if row["state"]["kind"] == "minutes")
    draft = {name: minutes["state"][name] for name in ("kind", "counterpart", "content", "matters")}
    begun = here.post("/api/v1/document", {"command": {"command": "draft", **draft}})
    assert begun.status_code == 201, begun.text
    record = begun.json()["record"]
    assert here.get(f"/api/v1/document/{record}/compare").status_code == 404, "nothing has come to compare with"
    preview = here.value(f"/api/v1/document/{record}/preview")
    assert preview["against_sharing"] is None
    share = {"version": preview["version"], "seen": preview["seen"], "post": preview["posts"][0], "pin": account["pin"]}
    shared = here.post(f"/api/v1/document/{record}/share", share)
    assert shared.status_code == 200, shared.text

    beyond = post.told["neighbour"]
    there, found = None, None
    for _ in range(120):
        for login in (one for one in beyond["accounts"] if one["role"] == "commander"):
            there = Post.person_at(beyond["url"], login)
            drafts = there.value("/api/v1/document?status=draft")["records"]
            found = next((row["id"] for row in drafts if row["state"]["kind"] == "minutes"), None)
            if found:
                break
        if found:
            break
        time.sleep(0.5)
    assert found, "the draft came"
    compared = there.value(f"/api/v1/document/{found}/compare")
    assert compared["may_take_over"] and compared["base"] is None and compared["parts"]
    assert there.post(f"/api/v1/document/{found}/take-over", {"version": compared["version"], "draft": "0" * 64}).status_code == 404
    order = {"version": compared["version"], "draft": compared["draft"]["document"]}
    taken = there.post(f"/api/v1/document/{found}/take-over", order)
    assert taken.status_code == 200, taken.text
    assert there.post(f"/api/v1/document/{found}/take-over", order).status_code == 412, "it has changed since"
    content = there.value(f"/api/v1/document/{found}")["record"]["state"]["content"]
    assert content["texts"] and all(text["text"] for text in content["texts"])


def test_many_letters_are_given_out_with_one_signature_or_none_is(post):
    account = next(one for one in post.told["accounts"] if one["role"] == "commander" and one["login"] == "gate-chief")
    here = Post.person_at(post.url, account)
    minutes = next(row for row in here.value("/api/v1/document?limit=200")["records"] if row["state"]["kind"] == "minutes")
    draft = {name: minutes["state"][name] for name in ("counterpart", "content")}

    def begun(kind):
        more = {"matters": minutes["state"]["matters"] if kind == "minutes" else []}
        answer = here.post("/api/v1/document", {"command": {"command": "draft", "kind": kind, **draft, **more}})
        assert answer.status_code == 201, answer.text
        return answer.json()["record"]

    def shown(record):
        preview = here.value(f"/api/v1/document/{record}/preview")
        return {"record": record, "version": preview["version"], "seen": preview["seen"]}, preview["posts"][0]

    letters = [shown(begun("letter")) for _ in range(3)]
    to = letters[0][1]
    documents = [one for one, _ in letters]
    address = "/api/v1/document/together"
    order = {"kind": "issue", "documents": documents, "post": to, "pin": account["pin"]}

    program = Caller(here.url, {"Authorization": f"Bearer {account['token']}"})
    assert code(program.post(address, order)) == "problem:token-scope"
    assert here.post(address, {**order, "kind": "sign"}).status_code == 400
    assert here.post(address, {**order, "documents": []}).status_code == 400
    wrong = here.post(address, {**order, "pin": "not the passphrase"})
    assert (wrong.status_code, wrong.json()["code"]) == (409, "key")
    both, _ = shown(begun("minutes"))
    unseen = {**documents[1], "seen": "0" * 64}
    stopped = here.post(address, {**order, "documents": [documents[0], unseen, both]})
    assert (stopped.status_code, code(stopped), stopped.json()["code"]) == (409, "problem:signing", "together")
    assert [one["pointer"] for one in stopped.json()["errors"]] == ["/documents/1", "/documents/2"]
    assert here.value(f"/api/v1/document/{documents[0]['record']}")["record"]["status"] == "draft"

    key = {"Idempotency_Key": "f123456789abcdef0123456789abcdef"}
    signed = here.post(address, order, **key)
    assert signed.status_code == 200, signed.text
    receipts = signed.json()["receipts"]
    assert [one["record"] for one in receipts] == [one["record"] for one in documents]
    assert all(one["repeated"] for one in here.post(address, order, **key).json()["receipts"])
    paper = here.value(f"/api/v1/document/{documents[2]['record']}/paper")
    assert [one["others"] for one in paper["together"]] == [2]
