"""The description of the interface is valid, the same with and without a post, and tells nothing of one."""

import json
import subprocess

from openapi_spec_validator import OpenAPIV31SpecValidator

from post import PROGRAM, Caller


def test_the_description_is_valid_openapi_3_1():
    printed = subprocess.run([PROGRAM, "openapi"], capture_output=True, check=True, text=True)
    document = json.loads(printed.stdout)
    assert document["openapi"].startswith("3.1.")
    faults = [f"{list(fault.path)}: {fault.message}" for fault in OpenAPIV31SpecValidator(document).iter_errors()]
    assert faults == []


def test_the_description_served_is_the_one_printed(post):
    printed = subprocess.run([PROGRAM, "openapi"], capture_output=True, check=True, text=True)
    served = Caller(post.url, {}).get("/api/v1/openapi.json")
    assert served.status_code == 200
    assert served.json() == json.loads(printed.stdout)


def test_without_an_officer_everything_but_the_description_is_closed(post):
    nobody = Caller(post.url, {})
    document = nobody.value("/api/v1/openapi.json")
    asked = 0
    for path, item in document["paths"].items():
        for method, operation in item.items():
            concrete = path.replace("{id}", "01j00000000000000000000000").replace("{file}", "list.csv")
            concrete = concrete.replace("{figure}", "talks-held")
            for headers in ({}, {"Authorization": "Bearer tp_" + "0" * 43}, {"Authorization": "Bearer x"}, {"Cookie": "tp=x"}):
                answer = nobody.ask(method.upper(), concrete, {} if method == "post" else None, **headers)
                wanted = 200 if operation["security"] == [] else 401
                assert answer.status_code == wanted, f"{method} {concrete} {headers}: {answer.status_code}"
                if wanted == 401:
                    assert answer.headers["www-authenticate"].startswith("Bearer")
                    assert answer.json()["type"] == "urn:twinpost:problem:no-session"
                asked += 1
    assert asked > 400
    for path in ("/today", "/talks", "/me", "/search?q=a", "/map"):
        assert nobody.get(path).headers["location"].startswith("/login"), path
    for path in ("/login", "/help", "/health"):
        assert nobody.get(path).status_code == 200, path
    assert nobody.get("/feeds/" + "0" * 43 + ".ics").status_code == 404


def test_what_is_not_there_is_a_problem_and_never_a_page(post):
    for caller in (Caller(post.url, {}), post.program("gate-duty")):
        for path in ("/api", "/api/", "/api/v2", "/api/v1/nothing", "/api/v1/talks/a/b/c", "/api/v1/%ff", "/api/v1/talks/%00"):
            answer = caller.get(path)
            assert answer.status_code in (401, 404), path
            assert answer.headers["content-type"] == "application/problem+json", path
    program = post.program("gate-duty")
    answer = program.ask("PUT", "/api/v1/talks", {})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET,HEAD,POST")
    assert program.get("/api/v1/talks", Accept="text/html").status_code == 406
    large = program.ask("POST", "/api/v1/visit", {"command": {"x": "y" * (1 << 20)}})
    assert (large.status_code, large.headers["content-type"]) == (413, "application/problem+json")
