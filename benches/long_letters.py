#!/usr/bin/env python3
"""Times letters that repeat one thing, at growing sizes: `benches/long_letters.py target/release/imr-lint`.

For every size the processor seconds, the milliseconds for each KB, and how much longer than the size before. A letter
that takes more than 2.3 times as long at twice the size, or more than 1 ms a KB beyond the start-up, is marked.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

FORM = (
    "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed "
    "items/services set forth below:\n\n"
)
LINES = (
    "Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\n"
    "MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n\nDecision rationale: "
)
CONCLUSION = "The request is not medically necessary.\n"

REPEATED = {
    "colons": ":",
    "brackets": "(",
    "quotes": '"',
    "digits": "7",
    "numbers": "1. ",
    "number lines": "1.\n",
    "initials": "A.B.",
    "single letters": "A ",
    "blank lines": "\n",
    "words on lines": "word\n",
    "negations": "not ",
    "negated evidence": "no evidence of ",
    "conditions": "if ",
    "decisions": "Upheld",
    "decision lines": "Upheld\n",
    "conclusions": "is not medically necessary ",
    "sides": "left knee ",
    "levels": "L4-L5 ",
    "courses": "2 times a week for 6 weeks ",
    "amounts": "QTY 12 ",
    "citations": "MTUS Chronic Pain 2009, ",
    "labels": "Decision rationale:\n",
    "one endless line": "The worker reports that the pain in the low back is as before and asks for more visits ",
    "sentences": "The worker reports that the pain in the low back is as before. ",
    "items": f"MRI of the left knee: {LINES}{CONCLUSION}\n",
}

PLACES = {
    "letter": ("", ""),
    "heading": (FORM, f": {LINES}{CONCLUSION}"),
    "rationale": (f"{FORM}MRI of the knee: {LINES}", f" {CONCLUSION}"),
}


def seconds(binary: str, path: Path) -> float:
    """The processor seconds of a check."""
    before = os.times()
    subprocess.run(
        [binary, "check", "--format", "concise", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--sizes", default="0.25,0.5,1,2", help="in MB")
    parser.add_argument("--place", choices=list(PLACES), action="append")
    parser.add_argument("--marked", action="store_true", help="print only what is marked")
    arguments = parser.parse_args()
    sizes = [int(float(size) * 1024 * 1024) for size in arguments.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "letter.txt")
        path.write_text(FORM)
        start = min(seconds(arguments.binary, path) for _ in range(5))
        for place in arguments.place or PLACES:
            before, behind = PLACES[place]
            for name, words in REPEATED.items():
                columns, marked, last = [], False, None
                for size in sizes:
                    path.write_text(before + words * (size // len(words)) + behind)
                    time = seconds(arguments.binary, path)
                    each = max(time - start, 0) * 1000 * 1024 / size
                    growth = f" x{time / last:.1f}" if last else ""
                    marked |= each > 1 or bool(last and time > 0.3 and time / last > 2.3)
                    columns.append(f"{time:7.2f} s {each:6.2f} ms/KB{growth}")
                    last = time
                if marked or not arguments.marked:
                    print(f"{place:10}{name:18}{'!' if marked else ' '} {'  '.join(columns)}", flush=True)


if __name__ == "__main__":
    main()
