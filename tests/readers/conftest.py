"""Runs the program once over the letters of the project, in all formats, for readers that know nothing of it.

The path of the program is in IMR_LINT.
"""

import json
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

PROGRAM = str(Path(os.environ["IMR_LINT"]).resolve())
PROJECT = Path(__file__).resolve().parents[2]
LETTERS = ["fixtures/letters/consistent", "fixtures/letters/findings", "fixtures/letters/broken"]
FORMATS = ["json", "jsonl", "sarif", "github", "gitlab", "junit", "csv", "parquet", "markdown"]

WAIVERS = """\
waivers:
  - rule: decision/no-conclusion
    case_number: CM16-9900120
    item: 1
    reason: =The conclusion was sent as an addendum.
    approver: A. Reviewer
    expires: 2026-12-31
  - rule: item/no-such-rule
    case_number: CM16-9900120
    item: 1
    reason: none
    approver: A. Reviewer
    expires: 2026-12-31
"""


def run(*arguments, folder):
    """Runs the program to its end; findings and files that cannot be read are part of these tests, a crash is not."""
    command = [PROGRAM, *map(str, arguments)]
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert ended.returncode in (0, 1, 2), ended.stderr.decode()


def check(folder, reports, *arguments):
    """Checks letters and gives the bytes of each report by the name of its format, and the JSON report decoded."""
    outputs = [f"--output={name}={reports / name}" for name in FORMATS]
    run("check", *arguments, "--today", "2026-11-22", *outputs, folder=folder)
    read = {name: (reports / name).read_bytes() for name in FORMATS}
    return SimpleNamespace(folder=reports, contract=json.loads(read["json"]), **read)


@pytest.fixture(scope="session")
def plain(tmp_path_factory):
    """Letters with findings and without, and files that are no letters."""
    return check(PROJECT, tmp_path_factory.mktemp("plain"), "missing.txt", *LETTERS)


@pytest.fixture(scope="session")
def audited(tmp_path_factory):
    """Letters with a waivers file and a baseline, under a path that needs care in every format."""
    folder = tmp_path_factory.mktemp("audited")
    letters = folder / "a, b #1 & 100%"
    letters.mkdir()
    for letter in (PROJECT / "fixtures/letters/findings").iterdir():
        (letters / letter.name).write_bytes(letter.read_bytes())
    known = letters / "item__dose-differs.txt"
    run("baseline", "write", known, "--output", "known.jsonl", folder=folder)
    (folder / "imr-lint.waivers.yaml").write_text(WAIVERS)
    return check(folder, tmp_path_factory.mktemp("reports"), letters.name, "--baseline", "known.jsonl")


@pytest.fixture(params=["plain", "audited"])
def report(request):
    """Each of the two runs."""
    return request.getfixturevalue(request.param)


def findings_of(contract):
    """All findings of a JSON report that are reported, each with the path that it is in."""
    found = [(letter["path"], finding) for letter in contract["letters"] for finding in letter["findings"]]
    waivers = contract.get("waivers", {"findings": []})
    return found + [(waivers["path"], finding) for finding in waivers["findings"]]
