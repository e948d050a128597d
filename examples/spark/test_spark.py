"""The Spark job gives what the command line gives, also when a worker dies in the middle.

Needs pyspark, pyarrow, a Java runtime, the package imr_lint, and the program in IMR_LINT.
"""
import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"

pyspark = pytest.importorskip("pyspark")
from check_letters import checked  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402


@pytest.fixture(scope="module")
def spark():
    # Two workers; a task that dies is tried again, up to four times.
    session = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", False).getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
    yield session
    session.stop()


def run(spark, letters, folder):
    """Checks all letters; the table is in `folder`."""
    files = spark.read.format("binaryFile").load(str(letters)).selectExpr("path as name", "content").repartition(8)
    checked(files).write.partitionBy("row").parquet(str(folder))
    return folder


def test_row_for_row(spark, letters, expected, rows, tmp_path):
    assert rows(run(spark, letters, tmp_path / "table")) == expected


def test_a_worker_that_is_killed_loses_and_doubles_nothing(
    spark, letters, expected, rows, killing, processes, tmp_path
):
    def workers():
        """The Python processes that Spark's daemon has forked."""
        daemons = set(processes("pyspark.daemon"))
        parents = {pid: int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
                   for pid in daemons if pathlib.Path(f"/proc/{pid}").exists()}
        return [pid for pid, parent in parents.items() if parent in daemons]

    with killing(workers):
        table = run(spark, letters, tmp_path / "table")
    assert rows(table) == expected
