"""The formats that are JSON or lines."""

import json
import re

from conftest import FORMATS, LETTERS, PROJECT, findings_of, run

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
UNESCAPED = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]


def unescaped(text):
    for escape, character in UNESCAPED:
        text = text.replace(escape, character)
    return text


def test_json_lines_are_the_contract_in_lines(report):
    *letters, last = [json.loads(line) for line in report.jsonl.splitlines()]
    assert {line.pop("schema") for line in letters} == {"imr-lint/1"}
    assert letters == report.contract["letters"]
    assert last == {name: value for name, value in report.contract.items() if name != "letters"}


def test_github_commands_tell_every_finding(report):
    lines = report.github.decode().splitlines()
    commands = [COMMAND.fullmatch(line) for line in lines if line.startswith("::")]
    assert len(commands) == len(lines) - 1, "all but the last line, the summary, are commands"
    told = []
    for command in commands:
        kind, properties, message = command.groups()
        properties = dict(pair.split("=", 1) for pair in properties.split(","))
        properties = {name: unescaped(value) for name, value in properties.items()}
        line = int(properties["line"]) if "line" in properties else None
        told.append((properties["file"], properties["title"], kind, line, unescaped(message)))
    expected = [
        (letter["path"], "unread", "error", None, "\n".join(filter(None, [problem["message"], problem["help"]])))
        for letter in report.contract["letters"]
        for problem in letter["problems"]
    ]
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    for path, finding in findings_of(report.contract):
        primary = next(label for label in finding["labels"] if label["primary"])
        message = "\n".join(filter(None, [finding["message"], finding["help"]]))
        expected.append((path, finding["rule"], kinds[finding["severity"]], primary["line"], message))
    assert sorted(map(str, told)) == sorted(map(str, expected))


def test_gitlab_issues_are_unique_and_complete(report):
    issues = json.loads(report.gitlab)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    severities = {"error": "major", "warning": "minor", "note": "info"}
    expected = [
        ("unread", "blocker", letter["path"], 1)
        for letter in report.contract["letters"]
        for _ in letter["problems"]
    ]
    for path, finding in findings_of(report.contract):
        primary = next(label for label in finding["labels"] if label["primary"])
        expected.append((finding["rule"], severities[finding["severity"]], path, primary["line"]))
    told = []
    for issue in issues:
        assert issue["description"]
        location = issue["location"]
        told.append((issue["check_name"], issue["severity"], location["path"], location["lines"]["begin"]))
    assert sorted(told) == sorted(expected)


def test_reports_do_not_depend_on_the_threads(plain, tmp_path):
    outputs = [f"--output={name}={tmp_path / name}" for name in FORMATS]
    run("check", "missing.txt", *LETTERS, "--jobs", "1", *outputs, folder=PROJECT)
    for name in FORMATS:
        assert (tmp_path / name).read_bytes() == getattr(plain, name), name
