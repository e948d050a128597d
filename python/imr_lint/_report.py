"""The report on a letter, as objects of the JSON contract ``imr-lint/1``."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """Words of the letter that a finding rests on. Offsets count bytes of the text as it was read."""

    start: int
    end: int
    line: int
    column: int
    page: int
    text: str
    note: str
    primary: bool
    place: str | None = None
    """Where a person finds it in the document, ``page 2, line 14``; None in a text of one page."""


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One place where the letter does not agree with itself or with its guideline."""

    rule: str
    severity: Severity
    item: int | None
    """1-based number of the disputed item; None: the letter as a whole."""
    message: str
    labels: tuple[Label, ...]
    help: str | None
    source: str | None
    """The regulation or guideline."""
    fingerprint: str


@dataclasses.dataclass(frozen=True, slots=True)
class Citation:
    """A guideline on one of the two guideline lines of an item."""

    side: Literal["claims-administrator", "reviewer"]
    basis: str | None
    system: str
    guideline: str | None
    """Id of the edition; None: it cannot be told."""
    year: int | None
    sections: tuple[str, ...]
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A disputed item as it was read."""

    number: int
    heading: str | None
    decision: Literal["upheld", "overturned"] | None
    treatments: tuple[str, ...]
    rationale: str | None
    conclusion: str
    citations: tuple[Citation, ...]
    raw: dict[str, Any] = dataclasses.field(repr=False, compare=False)
    """The whole object of the JSON contract: request, body parts, facts, ..."""


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Why a letter could not be read."""

    message: str
    help: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """What was read of a letter, and what was found in it."""

    name: str
    case_number: str | None
    decision_date: str | None
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    json: str = dataclasses.field(repr=False, compare=False)
    """The letter's object of the JSON contract, as text."""

    @property
    def is_clean(self) -> bool:
        """Whether the letter was read and nothing was found in it."""
        return not self.findings and not self.problems

    @classmethod
    def from_json(cls, text: str) -> Report:
        """Reads an element of ``letters`` of a JSON report."""
        letter = json.loads(text)
        return cls(
            name=letter["path"],
            case_number=letter["case_number"],
            decision_date=letter["decision_date"],
            items=tuple(map(_item, letter["items"])),
            findings=tuple(map(_finding, letter["findings"])),
            problems=tuple(_of(Problem, problem) for problem in letter["problems"]),
            json=text,
        )


def _of(kind: type, given: dict[str, Any], **known: Any) -> Any:
    """An object of a kind; fields that it does not have are of a later version of the contract."""
    names = {field.name for field in dataclasses.fields(kind)} - known.keys()
    return kind(**{name: given[name] for name in names if name in given}, **known)


def _finding(given: dict[str, Any]) -> Finding:
    return _of(Finding, given, labels=tuple(_of(Label, label) for label in given["labels"]))


def _citation(given: dict[str, Any]) -> Citation:
    return _of(Citation, given, sections=tuple(given["sections"]))


def _item(given: dict[str, Any]) -> Item:
    treatments, citations = tuple(given["treatments"]), tuple(map(_citation, given["citations"]))
    return _of(Item, given, treatments=treatments, citations=citations, raw=given)
