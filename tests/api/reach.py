"""What an officer may have, worked out without the program under test: from the tables of the post alone.

The rules are those of SECURITY.md, written a second time. A role that reads gives the units it reaches up to its
ceiling; any role at all gives the grade open; keeper and auditor read nothing else.
"""

import datetime
import json
import sqlite3

GRADES = {"open": 0, "internal": 1, "restricted": 2, "protected": 3}
READING = {"observer", "officer", "shift-lead", "commander", "protection-officer", "liaison"}


class Reach:
    """The records of a post, and which of them one officer may have."""

    def __init__(self, folder, officer):
        self.database = sqlite3.connect(f"file:{folder}/twinpost.db?mode=ro", uri=True, timeout=10, check_same_thread=False)
        self.officer = officer
        self.rows = {}
        self.titles = {}
        self.read()

    def read(self):
        """Reads the tables again: the tests write."""
        units = {}
        for origin, target in self.database.execute("SELECT origin, target FROM links WHERE role = 'superior'"):
            units.setdefault(target, set()).add(origin)
        row = self.database.execute("SELECT state FROM records WHERE id = ? AND noun = 'officer'", [self.officer])
        state = json.loads(row.fetchone()[0])
        today = datetime.date.today()
        # A day to both sides: the post lives in another zone than this computer.
        days = [today + datetime.timedelta(days=days) for days in (-1, 0, 1)]
        held = [role for role in state["assignments"] if any(self.holds(role, day) for day in days)]
        self.is_somebody = bool(held)
        self.ceilings = {}
        for role in held:
            if role["role"] not in READING:
                continue
            reached = {role["unit"]}
            if role["reach"] == "subtree":
                waiting = [role["unit"]]
                while waiting:
                    for unit in units.get(waiting.pop(), ()):
                        if unit not in reached:
                            reached.add(unit)
                            waiting.append(unit)
            for unit in reached:
                self.ceilings[unit] = max(self.ceilings.get(unit, 0), GRADES[role["ceiling"]])
        self.rows = {}
        shown, hidden = set(), {}
        for record, noun, unit, grade, title in self.database.execute("SELECT id, noun, unit, grade, title FROM records"):
            self.rows[record] = (noun, unit, grade)
            words = {text for text in json.loads(title).values() if len(text) >= 12}
            if self.sees(record):
                shown |= words
            else:
                hidden.update((text, record) for text in words)
        self.by_noun = {}
        for record, (noun, _, _) in sorted(self.rows.items()):
            self.by_noun.setdefault(noun, []).append(record)
        # A title that something visible bears as well tells nothing.
        self.titles = {text: record for text, record in hidden.items() if text not in shown}

    @staticmethod
    def holds(role, day):
        begins = datetime.date.fromisoformat(role["from"])
        ends = role["until"] and datetime.date.fromisoformat(role["until"])
        return begins <= day and (not ends or day < ends)

    def sees(self, record):
        """True when the officer may have the record."""
        noun, unit, grade = self.rows[record]
        if grade == 0 and self.is_somebody:
            return True
        return self.ceilings.get(unit, -1) >= grade

    def of_noun(self, noun):
        """The records of a noun, seen and hidden alike."""
        return self.by_noun.get(noun, [])

    def known(self, record):
        """True when there is such a record; the tables are read again for one that came since."""
        if record not in self.rows:
            found = self.database.execute("SELECT 1 FROM records WHERE id = ?", [record]).fetchone()
            if found:
                self.read()
        return record in self.rows
