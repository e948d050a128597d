#!/usr/bin/env python3
"""Times imr-lint beside plain reading and ripgrep on the same letters, in one run, after checking that they find the same.

    compare.py [--binary target/release/imr-lint] [--letters 10000] [--runs 5] [--report FILE]

ripgrep looks for the union of 30 phrases: the floor for any tool that looks at every line. imr-lint runs with 30 rules
that look for the same phrases, in full with the built-in pack, and on one letter with the reasons behind every item (`why`).
textlint (with textlint-rule-prh beside it) and semgrep take part when they are on the PATH, in one run, as they take long.
Times are the best of the runs, user and system time together, on one core; what counts is how they stand to each
other. Two threads are held against two programs that share nothing, each with half of the letters: faster than those
no program of two threads can be on the same machine. Python 3, no packages.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import generate

HERE = pathlib.Path(__file__).resolve().parent


# Runs of one letter are over in a moment, and so are many of them.
SHORT_RUNS = 50


def rules():
    """A whole pack of 30 rules that look for a phrase each, and nothing else."""
    text = "pack: { name: phrases, version: 1.0.0, title: Phrases }\nrules:\n"
    for number, phrase in enumerate(generate.PHRASES):
        text += (f"  - id: phrase/{slug(phrase)}\n    severity: note\n"
                 f"    when: {{ rationale_matches: \"{phrase}\" }}\n"
                 f"    message: \"phrase {number}\"\n    explain: A phrase.\n"
                 f"    tests:\n      - {{ name: there, rationale: \"{phrase}.\", expect: [phrase/{slug(phrase)}] }}\n")
    return text


def slug(phrase):
    return re.sub("[^a-z]+", "-", phrase)


def timed(command, output=None):
    """Seconds of processor time and of wall time of a run; `output` takes what was printed."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    printed = subprocess.DEVNULL if output is None else subprocess.PIPE
    ended = subprocess.run(command, stdout=printed, stderr=subprocess.PIPE)
    if ended.returncode not in (0, 1):
        sys.exit(f"{command[0]}: exit {ended.returncode}: {ended.stderr.decode()[:300]}")
    after, took = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
    if output is not None:
        output.append(ended.stdout)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


def best(commands, runs):
    """The least processor time and the least wall time of each command. They take turns, so that what slows the
    machine down for a while slows them all."""
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(timed(command))
    return {name: tuple(map(min, zip(*taken))) for name, taken in times.items()}


def peak_memory(command):
    """Peak memory in MB of one run, in a process of its own so that no other run counts."""
    code = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
            "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)")
    ended = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(ended.stdout)


def found_by_ripgrep(folder):
    command = ["rg", "--no-config", "--line-number", "--only-matching", "--no-heading", "--with-filename",
               *(part for phrase in generate.PHRASES for part in ("-e", phrase)), str(folder)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = (line.split(":", 2) for line in lines)
    return {(pathlib.Path(path).name, int(line), slug(phrase)) for path, line, phrase in rows}


def found_by_imr_lint(command):
    ended = subprocess.run([*command, "--format", "json"], capture_output=True, text=True)
    if ended.returncode not in (0, 1):
        sys.exit(f"imr-lint: exit {ended.returncode}: {ended.stderr[:500]}")
    report = json.loads(ended.stdout)
    return {(pathlib.Path(letter["path"]).name, label["line"], finding["rule"].split("/")[1])
            for letter in report["letters"] for finding in letter["findings"]
            for label in finding["labels"] if label["primary"]}


def found_by_semgrep(output):
    return {(pathlib.Path(found["path"]).name, found["start"]["line"], found["check_id"].rpartition(".")[2])
            for found in json.loads(output)["results"]}


def found_by_textlint(output):
    return {(pathlib.Path(letter["filePath"]).name, message["line"], message["message"].rpartition(" => ")[2].lower())
            for letter in json.loads(output) for message in letter["messages"]}


def others(folder, letters):
    """The other tools that are here, each with its command and how its findings are read."""
    tools = {}
    if shutil.which("semgrep"):
        rules = folder / "semgrep.yaml"
        rules.write_text("rules:\n" + "".join(
            f"  - {{ id: {slug(phrase)}, languages: [generic], severity: INFO, message: {phrase}, "
            f"pattern-regex: '{phrase}' }}\n" for phrase in generate.PHRASES))
        command = ["semgrep", "scan", "--config", str(rules), "--json", "--metrics=off", "--disable-version-check",
                   "--no-git-ignore", "--jobs", "1", "--quiet", str(letters)]
        tools["semgrep, 30 rules for the phrases"] = (command, found_by_semgrep)
    if textlint := shutil.which("textlint"):
        modules = pathlib.Path(textlint).resolve().parents[2]
        words, config = folder / "prh.yml", folder / "textlintrc.json"
        words.write_text("version: 1\nrules:\n" + "".join(
            f"  - {{ expected: {slug(phrase).upper()}, pattern: '/{phrase}/' }}\n" for phrase in generate.PHRASES))
        config.write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(words)]}}}))
        command = ["textlint", "--config", str(config), "--rules-base-directory", str(modules), "--format", "json",
                   str(letters)]
        tools["textlint, 30 patterns for the phrases"] = (command, found_by_textlint)
    return tools


def side_by_side(binary, folder, letters):
    """A shell command that checks the letters with two programs at once, each of one thread and with half of them."""
    paths, programs = sorted(map(str, letters.iterdir())), []
    for number in range(2):
        half = folder / f"half-{number}.txt"
        half.write_text("\n".join(paths[number::2]) + "\n")
        programs.append(f"'{binary}' check --no-config --no-waivers --files-from '{half}' --format concise --jobs 1")
    return " & ".join(programs) + " & wait"


def version(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.partition("\n")[0].strip()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--binary", default=str(HERE.parent.parent / "target/release/imr-lint"))
    arguments.add_argument("--letters", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--report", type=pathlib.Path, help="write the table to this file, too")
    given = arguments.parse_args()
    if not shutil.which("rg"):
        sys.exit("ripgrep is not installed: without the floor, the times say nothing")
    with tempfile.TemporaryDirectory() as folder:
        table = compare(given, pathlib.Path(folder))
    print(table)
    if given.report:
        given.report.write_text(table + "\n")


def compare(given, folder):
    letters, pack = folder / "letters", folder / "phrases.yaml"
    subprocess.run([sys.executable, HERE / "generate.py", letters, "--letters", str(given.letters)], check=True)
    pack.write_text(rules())
    size = sum(path.stat().st_size for path in letters.iterdir())
    check = [given.binary, "check", "--no-config", "--no-waivers", str(letters)]
    only = [*check, "--rules", str(pack), "--no-builtin-rules"]

    ours, theirs = found_by_imr_lint(only), found_by_ripgrep(letters)
    if ours != theirs:
        sys.exit(f"not the same: {len(ours - theirs)} only imr-lint, {len(theirs - ours)} only ripgrep, "
                 f"for example {sorted(ours ^ theirs)[:3]}")
    union = [part for phrase in generate.PHRASES for part in ("-e", phrase)]
    one, quiet = ["--jobs", "1"], ["--format", "concise"]
    commands = {
        "reading all files (`cat`)": ["sh", "-c", f"find {letters} -type f -print0 | xargs -0 cat"],
        "ripgrep, 30 phrases": ["rg", "--no-config", "--threads", "1", "--line-number", *union, str(letters)],
        "imr-lint, 30 rules for the phrases": [*only, *quiet, *one],
        "imr-lint, built-in pack": [*check, *quiet, *one],
        "imr-lint, built-in pack, JSON of all items": [*check, "--format", "json", *one],
        "imr-lint, built-in pack, two threads": [*check, *quiet, "--jobs", "2"],
        "imr-lint, built-in pack, two programs": ["sh", "-c", side_by_side(given.binary, folder, letters)],
    }
    rows = best(commands, given.runs)
    for name, (command, read) in others(folder, letters).items():
        output = []
        rows[name] = timed(command, output)
        if (theirs := read(output[0])) != ours:
            sys.exit(f"{name}: not the same: {len(theirs - ours)} more, {len(ours - theirs)} fewer, for example "
                     f"{sorted(ours ^ theirs)[:3]}")
    floor = rows["ripgrep, 30 phrases"][0]
    memory = peak_memory(commands["imr-lint, built-in pack"])
    letter = min(letters.iterdir())
    short = {name: [given.binary, name, "--no-config", "--format", "json", str(letter)] for name in ("check", "why")}
    [checked, explained] = [wall * 1000 for _, wall in best(short, SHORT_RUNS).values()]
    lines = [
        f"{given.letters:,} letters, {size / given.letters / 1024:.1f} KB each; "
        f"{platform.machine()}, {os.cpu_count()} processors; {version('rg', '--version')}; "
        f"{version(given.binary, '--version')}; best of {given.runs} runs.",
        f"{len(ours):,} findings of the 30 rules, the same (file, line, rule) as ripgrep's.",
        f"Peak memory of the full check: {memory} MB.",
        f"One letter with the start-up, best of {SHORT_RUNS}: `check` {checked:.1f} ms, `why` {explained:.1f} ms.",
        "",
        "| | processor s | wall s | times ripgrep |",
        "|---|---|---|---|",
    ]
    lines += [f"| {name} | {used:.2f} | {wall:.2f} | {used / floor:.1f} |" for name, (used, wall) in rows.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
