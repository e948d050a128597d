#!/usr/bin/env python3
"""Checks determination letters with Ray Data: files in, a Parquet table of items and findings out.

    python check_letters.py LETTERS TABLE [--as-of 2016-12-09] [--rules FOLDER]

LETTERS is a folder of letters (text, PDF, Word), on any file system that Ray reads. TABLE is a folder of Parquet files,
partitioned by `row`: `item`, `finding`, `problem`. Each worker needs the package `imr_lint`.
Where letters stand in a table already, take its columns instead of `read_binary_files`; see `checked`.
"""
import argparse

import pyarrow
import ray

import imr_lint


class Check:
    """A worker, which compiles the rules once."""

    def __init__(self, rules):
        self.checker = imr_lint.Checker(**rules)

    def __call__(self, letters: pyarrow.Table) -> pyarrow.Table:
        names, contents = letters.column("path").to_pylist(), letters.column("bytes").to_pylist()
        # Ray has a worker for every core already.
        return pyarrow.Table.from_batches([self.checker.to_arrow(zip(names, contents), threads=1)])


def checked(letters: ray.data.Dataset, **rules) -> ray.data.Dataset:
    """The table of items and findings of `letters`, which has the columns `path` (string) and `bytes` (binary).

    :param rules: the arguments of `imr_lint.Checker`.
    """
    # One worker at least: were all cores taken by workers, none would be left for reading.
    workers = ray.data.ActorPoolStrategy(min_size=1)
    return letters.map_batches(Check, fn_constructor_args=[rules], compute=workers, batch_format="pyarrow", batch_size=500)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("letters")
    arguments.add_argument("table")
    arguments.add_argument("--as-of")
    arguments.add_argument("--rules")
    given = arguments.parse_args()
    letters = ray.data.read_binary_files(given.letters, include_paths=True)
    table = checked(letters, rules=given.rules, as_of=given.as_of)
    table.write_parquet(given.table, partition_cols=["row"])


if __name__ == "__main__":
    main()
