#!/usr/bin/env python3
"""Prints which part of each folder of src/ the tests ran, after `cargo test` with .ci/instrumented.

    coverage.py FOLDER_OF_LLVM_TOOLS
"""
import collections
import json
import pathlib
import subprocess
import sys

tools = pathlib.Path(sys.argv[1])
project = pathlib.Path(__file__).resolve().parent.parent
raw = project / "target/coverage"


def printed(*command):
    return subprocess.run(command, cwd=project, check=True, stdout=subprocess.PIPE, text=True).stdout


def programs():
    """What the tests ran: themselves and the program."""
    messages = printed("cargo", "test", "--locked", "--no-run", "--quiet", "--message-format=json")
    built = map(json.loads, messages.splitlines())
    return [message["executable"] for message in built if message.get("executable")]


def main():
    profile = raw / "all.profdata"
    printed(str(tools / "llvm-profdata"), "merge", "-sparse", "-o", str(profile), *map(str, raw.glob("*.profraw")))
    objects = [part for program in programs() for part in ("-object", program)]
    exported = json.loads(printed(str(tools / "llvm-cov"), "export", "-summary-only", f"-instr-profile={profile}",
                                  "-ignore-filename-regex=/tests/|/tests[.]rs$|/[.]cargo/|/rustc/|/target/", *objects))
    folders = collections.defaultdict(collections.Counter)
    for file in exported["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if not path.is_relative_to(project / "src"):
            continue
        folder = "/".join(path.parent.relative_to(project).parts[:3])
        for kind in ("lines", "regions"):
            for count in ("count", "covered"):
                folders[folder][kind, count] += file["summary"][kind][count]
    whole = sum(folders.values(), collections.Counter())
    print(f"{'':28} {'lines':>7} {'run':>7} {'regions':>9} {'run':>7}")
    for folder, counts in [*sorted(folders.items()), ("all", whole)]:
        cells = [counts["lines", "count"], share(counts, "lines"), counts["regions", "count"], share(counts, "regions")]
        print(f"{folder:28} {cells[0]:7} {cells[1]:6.1f}% {cells[2]:9} {cells[3]:6.1f}%")


def share(counts, kind):
    return 100 * counts[kind, "covered"] / max(1, counts[kind, "count"])


main()
