"""The table, read back from CSV and Parquet and held against the JSON report value for value."""

import csv
import io
import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

LISTS = ["treatments", "body_parts", "editions"]


def range_of(request, name, end):
    return request and request[name] and request[name][end]


def quantity(value, unit):
    if value is None:
        return None
    shown = [f"{end:g}" for end in (value["min"], value["max"])]
    amount = shown[0] if shown[0] == shown[1] else "-".join(shown)
    return amount + unit


def body_part(part):
    words = [part["side"], part["part"], part["level"]]
    return " ".join(word for word in words if word)


def editions(item):
    cited = [citation["guideline"] for citation in item["citations"] if citation["side"] == "reviewer"]
    return list(dict.fromkeys(filter(None, cited)))


def item_cells(item, findings):
    request = item["request"]
    severities = [finding["severity"] for finding in findings if finding["item"] == item["number"]]
    return {
        "item": item["number"],
        "heading": item["heading"],
        "decision": item["decision"],
        "conclusion": item["conclusion"],
        "treatments": item["treatments"],
        "count_min": range_of(request, "count", "min"),
        "count_max": range_of(request, "count", "max"),
        "derived_min": range_of(request, "derived_total", "min"),
        "derived_max": range_of(request, "derived_total", "max"),
        "unit": request and request["unit"],
        "duration": request and request["duration"] and quantity(request["duration"], f" {request['duration']['unit']}"),
        "body_parts": [body_part(part) for part in item["body_parts"]],
        "editions": editions(item),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "notes": severities.count("note"),
    }


def finding_cells(finding, **reported):
    cells = {"rule": finding["rule"], "fingerprint": finding["fingerprint"], "waived": False, "known": False}
    if "labels" in finding:
        primary = next(label for label in finding["labels"] if label["primary"])
        cells |= {name: finding[name] for name in ("severity", "message", "help", "source")}
        cells |= {name: primary[name] for name in ("line", "column", "page")}
        cells |= {"words": primary["text"], "labels": finding["labels"]}
    return cells | reported


def expected_rows(contract):
    """What the JSON report says of each row, in the order of the table."""
    for letter in contract["letters"]:
        day = letter["decision_date"] and date.fromisoformat(letter["decision_date"])
        of_letter = {"path": letter["path"], "case_number": letter["case_number"], "decision_date": day}
        for problem in letter["problems"]:
            yield of_letter | {"row": "problem", "message": problem["message"], "help": problem["help"]}
        items = {item["number"]: item_cells(item, letter["findings"]) for item in letter["items"]}
        items[None] = {"item": None}
        for item in letter["items"]:
            yield of_letter | {"row": "item"} | items[item["number"]]
        findings = [finding_cells(finding) for finding in letter["findings"]]
        findings += [
            finding_cells(finding, waived=True, waiver_reason=finding["waiver"]["reason"])
            for finding in letter["waived"]
        ]
        findings += [finding_cells(finding, known=True) for finding in letter["known"]]
        sources = letter["findings"] + letter["waived"] + letter["known"]
        for source, cells in zip(sources, findings):
            yield of_letter | {"row": "finding"} | items[source["item"]] | cells
    waivers = contract.get("waivers", {"path": None, "findings": []})
    for finding in waivers["findings"]:
        yield {"row": "finding", "path": waivers["path"], "case_number": None} | finding_cells(finding)


@pytest.fixture(name="table")
def parquet(report):
    return pq.read_table(report.folder / "parquet")


def test_parquet_holds_what_the_json_report_says(table, report):
    rows = table.to_pylist()
    expected = list(expected_rows(report.contract))
    assert len(rows) == len(expected) > 10
    for row, want in zip(rows, expected):
        if row["labels"] is not None:
            row["labels"] = json.loads(row["labels"])
        assert {name: row[name] for name in want} == want


def test_parquet_columns_have_their_types(table, report):
    types = {field.name: field.type for field in table.schema}
    assert types["decision_date"] == pa.date32()
    assert types["count_min"] == pa.int64()
    assert types["waived"] == pa.bool_()
    assert types["heading"] == pa.string()
    assert all(pa.types.is_list(types[name]) for name in LISTS)
    metadata = pq.read_metadata(report.folder / "parquet")
    assert metadata.row_group(0).column(0).compression == "SNAPPY"
    assert metadata.metadata[b"imr-lint.pack_digest"].decode() == report.contract["rules"]["digest"]


def typed(text, kind):
    """A cell of the CSV file as the value it stands for, as docs/formats.md tells a reader to take it."""
    if pa.types.is_string(kind) or pa.types.is_list(kind):
        text = text.removeprefix("'")
    if pa.types.is_list(kind):
        return text.split("; ") if text else []
    if text == "":
        return None
    if pa.types.is_date(kind):
        return date.fromisoformat(text)
    if pa.types.is_integer(kind):
        return int(text)
    return text == "true" if pa.types.is_boolean(kind) else text


def test_csv_holds_what_parquet_holds(table, report):
    text = report.csv.decode("utf-8")
    assert text.endswith("\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    expected = table.to_pylist()
    assert list(rows[0]) == table.column_names
    assert len(rows) == len(expected)
    for row, want in zip(rows, expected):
        # CSV tells no empty text from none.
        want = {name: None if value == "" else value for name, value in want.items()}
        assert {field.name: typed(row[field.name], field.type) for field in table.schema} == want


def test_no_cell_of_the_csv_is_a_formula(report):
    rows = csv.reader(io.StringIO(report.csv.decode("utf-8"), newline=""), strict=True)
    for row in rows:
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
