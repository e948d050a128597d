"""JUnit XML against a schema of what servers read, and as an independent reader sees it."""

import io
from pathlib import Path

import xmlschema
from junitparser import Error, Failure, JUnitXml

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("junit.xsd"))


def test_the_report_is_valid(report):
    SCHEMA.validate(io.BytesIO(report.junit))


def test_every_item_is_a_case_and_every_error_a_failure(report):
    suites = list(JUnitXml.fromstring(report.junit))
    letters = report.contract["letters"]
    assert [suite.name for suite in suites[: len(letters)]] == [letter["path"] for letter in letters]
    for suite, letter in zip(suites, letters):
        cases = list(suite)
        assert len(cases) == suite.tests == 1 + len(letter["items"])
        failed = [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
        errors = [case for case in cases if any(isinstance(result, Error) for result in case.result)]
        assert (suite.failures, suite.errors) == (len(failed), len(errors))
        wrong = {finding["item"] for finding in letter["findings"] if finding["severity"] == "error"}
        assert len(failed) == len(wrong)
        assert len(errors) == bool(letter["problems"])
        for item, case in zip(letter["items"], cases[1:]):
            assert case.name.startswith(f"item {item['number']}: {item['heading'] or ''}")
            assert case.classname == (letter["case_number"] or letter["path"])
        text = "".join(str(result.text) for case in cases for result in case.result)
        text += "".join(case.system_out or "" for case in cases)
        for finding in letter["findings"] + letter["waived"]:
            assert f"[{finding['rule']}] {finding['message']}" in text
    assert len(suites) == len(letters) + ("waivers" in report.contract)
