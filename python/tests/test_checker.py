"""The package finds what the command line finds, and says it in objects."""

import concurrent.futures
import datetime
import json
import subprocess

import pytest
from conftest import PROJECT

import imr_lint

LETTER = PROJECT / "fixtures/letters/findings/decision__contradicts-conclusion.upheld-but-necessary.txt"


@pytest.fixture(scope="module")
def checker() -> imr_lint.Checker:
    return imr_lint.Checker()


def test_text_and_bytes_give_the_same_report(checker):
    content = LETTER.read_bytes()
    assert checker.check(content, "a.txt") == checker.check(content.decode(), "a.txt")


def test_findings_are_objects(checker):
    report = checker.check(LETTER.read_bytes(), name="letter.txt")
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.item) == ("decision/contradicts-conclusion", "error", 1)
    (primary,) = (label for label in finding.labels if label.primary)
    assert primary.text == "Upheld"
    (item,) = report.items
    assert (item.decision, item.conclusion, item.treatments) == ("upheld", "necessary", ("mri",))
    assert item.raw["body_parts"][0]["side"] == "left"
    assert report.decision_date == "2017-01-18" and not report.is_clean
    with pytest.raises(AttributeError):
        finding.rule = "other"


def test_a_letter_that_cannot_be_read_has_problems(checker):
    report = checker.check(b"%PDF-1.7\n", name="a.pdf")
    assert report.items == () and "PDF" in report.problems[0].message
    assert not report.is_clean


def test_reports_are_those_of_the_command_line(checker, letters, command):
    reports = checker.check_many(letters)
    names = [name for name, _ in letters]
    ended = subprocess.run([command, "check", "--no-config", "--no-waivers", "--format", "json", *names],
                           cwd=PROJECT, capture_output=True, text=True, check=False)
    expected = json.loads(ended.stdout)["letters"]
    assert [json.loads(report.json) for report in reports] == expected
    assert sum(len(report.findings) for report in reports) > 40


def test_threads_change_nothing(checker, letters):
    one = checker.check_many(letters, threads=1)
    assert checker.check_many(letters, threads=4) == one
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        assert list(pool.map(lambda letter: checker.check(letter[1], letter[0]), letters)) == one


def test_rules_can_be_laid_over(tmp_path):
    rules = tmp_path / "house.yaml"
    rules.write_text("overrides:\n  - { rule: decision/contradicts-conclusion, enabled: false, reason: a test }\n")
    for given in (rules, str(rules), [rules], tmp_path):
        assert imr_lint.Checker(given).check(LETTER.read_bytes()).is_clean


def test_mistakes_in_rules_are_told_with_their_places(tmp_path):
    rules = tmp_path / "house.yaml"
    rules.write_text("rulez: []\n")
    with pytest.raises(imr_lint.RulesError, match=r"house\.yaml:1:1: error: .*rules"):
        imr_lint.Checker(rules)
    with pytest.raises(OSError):
        imr_lint.Checker(tmp_path / "none.yaml")
    with pytest.raises(imr_lint.RulesError, match="holds no rules"):
        imr_lint.Checker([(tmp_path / "empty").mkdir() or tmp_path / "empty"])


def test_a_decision_date_can_be_given():
    assert imr_lint.Checker(as_of=datetime.date(2016, 12, 9)).check(LETTER.read_bytes()).findings
    with pytest.raises(imr_lint.RulesError, match="is no date"):
        imr_lint.Checker(as_of="tomorrow")


def test_the_table_is_that_of_the_command_line(checker, letters, command, tmp_path):
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    batch = checker.to_arrow(letters)
    assert batch.schema.names == imr_lint.schema().names
    names = [name for name, _ in letters]
    file = tmp_path / "table.parquet"
    subprocess.run([command, "check", "--no-config", "--no-waivers", "--output", str(file), *names],
                   cwd=PROJECT, capture_output=True, check=False)
    assert batch.to_pylist() == parquet.read_table(file).to_pylist()
    assert pa.compute.sum(pa.compute.equal(batch["row"], "finding")).as_py() > 40


def test_no_letters_make_an_empty_table(checker):
    pytest.importorskip("pyarrow")
    assert checker.to_arrow([]).num_rows == 0
