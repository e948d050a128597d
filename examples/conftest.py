"""Letters, and what the command line finds in them: what every engine must find as well.

Needs pyarrow, the package imr_lint, and the program in IMR_LINT.
"""
import contextlib
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

import pytest
from pyarrow import parquet

PROJECT = pathlib.Path(__file__).resolve().parents[1]
LETTERS = 2_000


@pytest.fixture(scope="session")
def letters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    generate = PROJECT / "benches/compare/generate.py"
    subprocess.run([sys.executable, generate, folder, "--letters", str(LETTERS)], check=True)
    # A letter that nobody can read is a row, too.
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    return folder


@pytest.fixture(scope="session")
def rows():
    """Gives the rows of a Parquet table, without the folder that names begin with, in an order of their own."""
    def cell(name, value):
        return pathlib.PurePosixPath(value).name if name == "path" else value

    def read(table):
        # The column that a table is partitioned by is in the names of the folders.
        found = parquet.read_table(table).to_pylist()
        return sorted(repr({name: cell(name, value) for name, value in sorted(row.items())}) for row in found)
    return read


@pytest.fixture(scope="session")
def expected(letters, rows, tmp_path_factory):
    table = tmp_path_factory.mktemp("expected") / "table.parquet"
    command = [os.environ["IMR_LINT"], "check", "--no-config", "--no-waivers", "--output", str(table), str(letters)]
    assert subprocess.run(command, check=False).returncode in (1, 2)
    found = rows(table)
    assert len(found) > LETTERS
    return found


@pytest.fixture(scope="session")
def killing():
    """Gives a block in which one worker is killed as soon as there is one; `workers` lists their process ids."""
    @contextlib.contextmanager
    def block(workers):
        killed = []

        def kill():
            deadline = time.monotonic() + 60
            while not killed and time.monotonic() < deadline:
                for worker in workers():
                    os.kill(worker, signal.SIGKILL)
                    killed.append(worker)
                    break
                time.sleep(0.02)

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            yield
        finally:
            killer.join()
        assert killed, "no worker was there to be killed"
    return block


@pytest.fixture(scope="session")
def processes():
    """Gives the ids of the processes whose command line matches a pattern."""
    def find(pattern):
        found = subprocess.run(["pgrep", "-f", pattern], capture_output=True, text=True, check=False)
        return [int(line) for line in found.stdout.split()]
    return find
