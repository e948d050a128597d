"""The fixture letters of the project, and the command line where one was built."""

import os
import pathlib
import shutil

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def letters() -> list[tuple[str, bytes]]:
    """All fixture letters, with their paths from the folder of the project."""
    folders = ("letters", "documents")
    paths = sorted(path for name in folders for path in (PROJECT / "fixtures" / name).rglob("*") if path.is_file())
    readable = [path for path in paths if path.suffix in (".txt", ".pdf", ".docx")]
    assert readable, "there are no fixture letters"
    return [(str(path.relative_to(PROJECT)), path.read_bytes()) for path in readable]


@pytest.fixture(scope="session")
def command() -> str:
    """The command line."""
    found = os.environ.get("IMR_LINT") or shutil.which("imr-lint")
    if not found:
        pytest.skip("no imr-lint: name the program in IMR_LINT")
    return found
