"""A demonstration of the program under test, on a free port and in a folder of its own, and officers who come in."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import requests

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.setdefault("TWINPOST_BIN", str(HERE.parent.parent / "target/debug/twinpost"))
START_S = 180


class Post:
    """A running demonstration."""

    def __init__(self, pace=1_000_000):
        self.home = tempfile.mkdtemp(prefix="twinpost-api-")
        self.folder = f"{self.home}/demo"
        self.errors = open(f"{self.home}/errors.txt", "w+", encoding="utf-8")
        command = [PROGRAM, "demo", "--dir", self.folder, "--listen", "127.0.0.1:0", "--print-json", "--pace", str(pace)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, text=True, env=self.environment())
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the program did not start: {self.said()}")
        told = json.loads(line)
        self.url = told["url"]
        self.told = told
        self.accounts = {account["login"]: account for account in told["accounts"]}

    def environment(self):
        """A home of its own, so that nothing of this computer's owner takes part."""
        return {**os.environ, "HOME": self.home, "TWINPOST_DIR": self.folder}

    def said(self):
        """What the program said on its error output."""
        self.errors.flush()
        return Path(self.errors.name).read_text(encoding="utf-8")

    def program(self, login):
        """A program with the token of an account that reads and records."""
        return Caller(self.url, {"Authorization": f"Bearer {self.accounts[login]['token']}"})

    def person(self, login):
        """An officer who logged in on the pages."""
        return self.person_at(self.url, self.accounts[login])

    @staticmethod
    def person_at(url, account):
        """An officer who logged in on the pages of the post at this address."""
        caller = Caller(url, {})
        caller.web.post(f"{url}/login", data={"login": account["login"], "password": account["password"]}, timeout=60)
        page = caller.web.get(f"{url}/me", timeout=60).text
        caller.csrf = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
        return caller

    def session(self, login):
        """The token of a session, as a program of the officer himself brings it."""
        person = self.person(login)
        return person.web.cookies["tp"]

    def stop(self):
        """Ends the program and removes its folder."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.errors.close()
        shutil.rmtree(self.home, ignore_errors=True)


class Caller:
    """Somebody who asks the interface."""

    def __init__(self, url, headers):
        self.url = url
        self.web = requests.Session()
        self.web.trust_env = False
        self.web.headers.update(headers)
        self.csrf = None

    def ask(self, method, path, body=None, **headers):
        """Asks; a name of a header is written with underscores."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.csrf and "x-twinpost-csrf" not in headers:
            headers["x-twinpost-csrf"] = self.csrf
        return self.web.request(method, self.url + path, json=body, headers=headers, timeout=60, allow_redirects=False)

    def get(self, path, **headers):
        """Reads."""
        return self.ask("GET", path, **headers)

    def post(self, path, body, **headers):
        """Begins or acts."""
        return self.ask("POST", path, body, **headers)

    def send(self, path, file, **headers):
        """Sends a file as the body."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.web.post(self.url + path, data=file, headers={"content-type": "text/csv", **headers}, timeout=60)

    def value(self, path):
        """What is read, which is to be there."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
        return answer.json()
