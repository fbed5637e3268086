"""Files of documents by programs: sent first, named by a command, read back by whoever may read the record."""

import hashlib

PDF = b"%PDF-1.7 an annex " + bytes(range(256)) * 400


def sent(caller, name, data, **headers):
    extra = {"x-twinpost-csrf": caller.csrf} if caller.csrf else {}
    return caller.web.post(f"{caller.url}/api/v1/file", params={"name": name}, data=data,
                           headers={"content-type": "application/octet-stream", **extra, **headers}, timeout=60)


def drafted(caller, file):
    minutes = next(row for row in caller.value("/api/v1/document?limit=200")["records"] if row["state"]["kind"] == "minutes")
    draft = {name: minutes["state"][name] for name in ("kind", "counterpart", "content", "matters")}
    draft["content"] = {**draft["content"], "attachments": [file]}
    return caller.post("/api/v1/document", {"command": {"command": "draft", **draft}})


def test_a_file_is_sent_named_and_read_back_as_it_was(post):
    here = post.program("gate-chief")
    kept = sent(here, "Phụ lục 1.pdf", PDF)
    assert kept.status_code == 200, kept.text
    file = kept.json()
    assert file == {"name": "Phụ lục 1.pdf", "media_type": "application/pdf", "size": len(PDF), "sha256": hashlib.sha256(PDF).hexdigest()}
    assert sent(here, "Phụ lục 1.pdf", PDF).json() == file, "the same bytes, the same answer"
    begun = drafted(here, file)
    assert begun.status_code == 201, begun.text
    record = begun.json()["record"]
    paper = here.value(f"/api/v1/document/{record}/paper")
    assert paper["attachments"] == [{**file, "here": True}]
    got = here.get(f"/api/v1/document/{record}/file/{file['sha256']}")
    assert (got.status_code, got.content, got.headers["content-type"]) == (200, PDF, "application/pdf")
    assert got.headers["content-disposition"] == "attachment; filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%201.pdf"
    assert here.get(f"/api/v1/document/{record}/file/{file['sha256']}", If_None_Match=got.headers["etag"]).status_code == 304
    assert here.get(f"/api/v1/document/{record}/file/{'0' * 64}").status_code == 404
    assert here.get(f"/api/v1/document/{record}/file/nonsense").status_code == 404


def test_what_is_not_kept_is_a_problem_that_says_why(post):
    here = post.program("gate-chief")
    for name, data, status, kind in [
        ("empty.pdf", b"", 422, "urn:twinpost:problem:file"),
        ("tool.pdf", b"MZ\x90\0", 422, "urn:twinpost:problem:file"),
        ("large.txt", b"%" * ((25 << 20) + 1), 413, "urn:twinpost:problem:too-large"),
    ]:
        answer = sent(here, name, data)
        assert (answer.status_code, answer.json()["type"]) == (status, kind), answer.text
    unknown = {"name": "a.pdf", "media_type": "application/pdf", "size": 9, "sha256": "1" * 64}
    refused = drafted(here, unknown)
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:twinpost:refusal:file:not-here"), refused.text


def test_who_records_nothing_sends_nothing(post):
    auditor = next(login for login, account in post.accounts.items() if account["role"] == "auditor")
    answer = sent(post.person(auditor), "a.pdf", PDF)
    assert answer.status_code == 403, answer.text
    anybody = sent(type(post.program("gate-chief"))(post.url, {}), "a.pdf", PDF)
    assert anybody.status_code == 401
