"""Letters in, reports out."""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from ._engine import Engine
from ._report import Report
from ._table import batch_of

if TYPE_CHECKING:
    import pyarrow

Letter: TypeAlias = str | bytes
Path: TypeAlias = str | os.PathLike[str]


class RulesError(ValueError):
    """The rules have mistakes; the message lists all of them, each with file, line and column."""


class Checker:
    """Checks letters against the built-in rules and what is laid over them.

    Made once, it is used for many letters, from several threads at once.

    :param rules: a rules file or folder, or several of them in their order, laid over the built-in pack.
    :param builtin: whether the built-in pack lies below; without it, the first of ``rules`` is a whole pack.
    :param as_of: the decision date of letters that give none.
    :raises RulesError: if there is a mistake in the rules.
    :raises OSError: if a rules file cannot be read.
    """

    def __init__(
        self,
        rules: Path | Sequence[Path] | None = None,
        *,
        builtin: bool = True,
        as_of: datetime.date | str | None = None,
    ) -> None:
        paths = [rules] if isinstance(rules, (str, os.PathLike)) else list(rules or [])
        layers = [(os.fspath(path), _files(pathlib.Path(path))) for path in paths]
        day = as_of.isoformat() if isinstance(as_of, datetime.date) else as_of
        try:
            self._engine = Engine(layers, builtin, day)
        except ValueError as error:
            raise RulesError(str(error)) from None

    @property
    def pack(self) -> tuple[str, str, str]:
        """Name, version and digest of the rule pack: what a report was made with."""
        return self._engine.pack

    def check(self, letter: Letter, name: str = "letter") -> Report:
        """Checks one letter.

        :param letter: its text, or the bytes of a file: text, PDF, DOCX, HTML.
        :param name: what it is called in the report; the ending ``.md`` tells Markdown from text.
        :return: the report; a letter that cannot be read has ``problems`` and no items.
        """
        return Report.from_json(self._engine.check(name, _bytes(letter)))

    def check_many(self, letters: Iterable[tuple[str, Letter]], threads: int = 0) -> list[Report]:
        """Checks letters side by side, without holding the interpreter up.

        :param letters: names and letters.
        :param threads: how many at a time; 0 for as many as there are processors.
        :return: the reports, in the order of the letters.
        """
        texts = self._engine.check_many(_named(letters), threads)
        return [Report.from_json(text) for text in texts]

    def to_arrow(self, letters: Iterable[tuple[str, Letter]], threads: int = 0) -> pyarrow.RecordBatch:
        """Checks letters and gives the table of their items and findings (``imr-lint check --format parquet``).

        No object is made for a letter, so that this is the way for many of them. Needs pyarrow.

        :param letters: names and letters.
        :param threads: how many at a time; 0 for as many as there are processors, 1 on an engine that has its own.
        """
        return batch_of(self._engine.table(_named(letters), threads))


def _named(letters: Iterable[tuple[str, Letter]]) -> list[tuple[str, bytes]]:
    return [(name, _bytes(letter)) for name, letter in letters]


def _bytes(letter: Letter) -> bytes:
    return letter.encode() if isinstance(letter, str) else bytes(letter)


def _files(path: pathlib.Path) -> list[tuple[str, str]]:
    """The rules files under a path: names and texts."""
    if not path.is_dir():
        return [(str(path), path.read_text(encoding="utf-8"))]
    files = sorted(file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file())
    if not files:
        raise RulesError(f"{path}: holds no rules; they are read from files ending in .yaml or .yml")
    return [(str(file), file.read_text(encoding="utf-8")) for file in files]
