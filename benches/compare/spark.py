#!/usr/bin/env python3
"""Letters a second of the command line and of Spark on two workers, on the same letters, in one run.

    spark.py [--binary target/release/imr-lint] [--letters 10000]

Both read the letters from files and write a Parquet table. Spark's time is that of its second run: the first starts the
workers. Needs what examples/spark needs.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "examples/spark"))
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--binary", default=str(HERE.parent.parent / "target/release/imr-lint"))
    arguments.add_argument("--letters", type=int, default=10_000)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        letters = folder / "letters"
        subprocess.run([sys.executable, HERE / "generate.py", letters, "--letters", str(given.letters)], check=True)
        measure("imr-lint check --jobs 2", given.letters, lambda run: subprocess.run(
            [given.binary, "check", "--no-config", "--no-waivers", "--jobs", "2", "--output",
             str(folder / f"{run}.parquet"), str(letters)], check=False))
        with_spark(letters, folder, given.letters)


def with_spark(letters, folder, count):
    from check_letters import checked
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    # A folder of many small files is slow to list and open, whatever is done with them: once, before the clock runs.
    table = folder / "letters.parquet"
    files = spark.read.format("binaryFile").load(str(letters)).selectExpr("path as name", "content")
    files.repartition(4).write.parquet(str(table))
    measure("Spark, local[2]", count, lambda run: checked(spark.read.parquet(str(table))).write.partitionBy("row")
            .parquet(str(folder / f"spark-{run}")))
    spark.stop()


def measure(name, letters, work):
    times = []
    for run in range(3):
        begun = time.perf_counter()
        work(run)
        times.append(time.perf_counter() - begun)
    print(f"{name}: {letters / min(times[1:]):,.0f} letters a second, first run {letters / times[0]:,.0f}")


if __name__ == "__main__":
    main()
