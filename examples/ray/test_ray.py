"""The pipeline of Ray Data gives what the command line gives, also when a worker dies in the middle.

Needs ray, pyarrow, the package imr_lint, and the program in IMR_LINT.
"""
import pathlib
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

ray = pytest.importorskip("ray")
from check_letters import checked  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def cluster():
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": str(HERE)}},
    )
    yield
    ray.shutdown()


def run(letters, folder):
    """Checks all letters; the table is in `folder`."""
    files = ray.data.read_binary_files(str(letters), include_paths=True, override_num_blocks=8)
    checked(files).write_parquet(str(folder), partition_cols=["row"])
    return folder


def test_row_for_row(letters, expected, rows, tmp_path):
    assert rows(run(letters, tmp_path / "table")) == expected


def test_a_worker_that_is_killed_loses_and_doubles_nothing(letters, expected, rows, killing, processes, tmp_path):
    with killing(lambda: processes(r"ray::MapWorker.*\.submit")):
        table = run(letters, tmp_path / "table")
    assert rows(table) == expected
