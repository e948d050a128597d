#!/usr/bin/env python3
"""Checks determination letters with Spark: files in, a Parquet table of items and findings out.

    spark-submit check_letters.py LETTERS TABLE [--as-of 2016-12-09] [--partitions 64] [--rules FOLDER]

LETTERS is a folder of letters (text, PDF, Word), on any file system that Spark reads. TABLE is written as Parquet,
partitioned by `row`: `item`, `finding`, `problem`. Each executor needs the package `imr_lint` and pyarrow.
Where letters stand in a table already, take its columns instead of `binaryFile`; see `checked`.
"""
import argparse

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import imr_lint


def checked(letters: DataFrame, **rules) -> DataFrame:
    """The table of items and findings of `letters`, which has the columns `name` (string) and `content` (binary).

    :param rules: the arguments of `imr_lint.Checker`.
    """

    def check(batches):
        # Compiled once for each task, not for each letter.
        checker = imr_lint.Checker(**rules)
        for batch in batches:
            names, contents = batch.column("name").to_pylist(), batch.column("content").to_pylist()
            # Spark runs a task on every core already.
            yield checker.to_arrow(zip(names, contents), threads=1)

    return letters.mapInArrow(check, from_arrow_schema(imr_lint.schema()))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("letters")
    arguments.add_argument("table")
    arguments.add_argument("--as-of")
    arguments.add_argument("--rules")
    arguments.add_argument("--partitions", type=int, default=64)
    given = arguments.parse_args()
    spark = SparkSession.builder.appName("imr-lint").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "500")
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(given.letters)
    letters = files.selectExpr("path as name", "content").repartition(given.partitions)
    table = checked(letters, rules=given.rules, as_of=given.as_of)
    table.write.partitionBy("row").mode("overwrite").parquet(given.table)
    spark.stop()


if __name__ == "__main__":
    main()
