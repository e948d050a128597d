#!/usr/bin/env python3
"""Writes invented determination letters, the same ones for the same seed.

    generate.py FOLDER [--letters 10000] [--seed 1] [--kilobytes 6]

Each letter has the form of 2015: front matter, credentials, case summary and one to three disputed items. About one
in twenty has something wrong in it. Every rationale holds some of the phrases of PHRASES, each at the beginning of a
line, so that a line-based search and a linter can be held to the same answers. Python 3, no packages.
"""
import argparse
import pathlib
import random
import textwrap

# The phrases that the pattern rules look for. None of them is in any other part of a letter.
PHRASES = [
    "functional improvement", "red flags", "home exercise program", "conservative care", "objective findings",
    "a treatment plan", "return to work", "activities of daily living", "progressive weakness", "a second opinion",
    "failed surgery", "radicular pain", "positive straight leg raise", "nerve root compromise", "muscle spasm",
    "first-line medication", "side effects", "aberrant behavior", "a signed agreement", "pain relief",
    "surgical candidate", "plain radiographs", "an imaging study", "weight loss", "sleep hygiene",
    "cognitive therapy", "a lower dose", "generic equivalents", "short-term use", "long-term use",
]

# Treatment with its number, what it is for, and the guideline line that fits it.
ITEMS = [
    ("Acupuncture {n} sessions for the {part}", (3, 6), "MTUS Acupuncture Treatment 2007"),
    ("Physical therapy {n} visits for the {part}", (4, 10), "MTUS Chronic Pain Treatment 2009, Section(s): Physical Medicine"),
    ("Chiropractic therapy {n} visits for the {part}", (3, 6), "MTUS Chronic Pain Treatment 2009, Section(s): Manual therapy & manipulation"),
    ("Cyclobenzaprine 7.5mg #{n}", (20, 60), "MTUS Chronic Pain Treatment 2009, Section(s): Muscle relaxants (for pain)"),
    ("Naproxen 550mg #{n}", (30, 90), "MTUS Chronic Pain Treatment 2009, Section(s): NSAIDs (non-steroidal anti-inflammatory drugs)"),
    ("MRI of the {part}", (1, 1), "MTUS Chronic Pain Treatment 2009"),
]
PARTS = ["lumbar spine", "cervical spine", "left knee", "right knee", "left shoulder", "right shoulder"]
DONE = ["rested", "stretched at home", "walked each day", "used a brace", "took an over-the-counter medicine",
        "changed duties", "was seen by the physician", "answered a questionnaire", "went back to light duty"]
SEEN = ["The gait was normal.", "Reflexes were symmetric.", "Motion was reduced by a third.", "Sensation was intact.",
        "The joint was stable.", "Grip was equal on both sides.", "The skin was clear.", "Posture was upright."]

HOW_MADE = """HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no affiliation with the
employer, employee, providers or the claims administrator. He/she has been in active clinical practice for more than
five years and is currently working at least 24 hours a week in active practice. The expert reviewer was selected based
on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate
and/or treat the medical condition and disputed items/Service. He/she is familiar with governing laws and regulations,
including the strength of evidence hierarchy that applies to Independent Medical Review determinations."""


def wrapped(text):
    """As the form prints it: every line ends in a space, a line of one space parts paragraphs."""
    return "".join(f"{line} \n" for line in textwrap.wrap(text, 96)) + " \n"


def day(rng, year):
    """A day on which the denial of December was still to come."""
    return f"{rng.randint(1, 11):02}/{rng.randint(1, 28):02}/{year}"


def rationale(rng, name, necessary, wrong):
    """Sentences on lines of their own, so that no phrase is wrapped."""
    lines = ["Decision rationale: The cited guideline was read for this request and this worker."]
    for phrase in rng.sample(PHRASES, rng.randint(3, 7)):
        lines.append(f"{phrase} {rng.choice(['was described', 'is on file', 'was discussed'])} on {day(rng, 2015)}.")
    for _ in range(rng.randint(2, 5)):
        lines.append(f"The worker {rng.choice(DONE)} and {rng.choice(DONE)} in the weeks before.")
    verdict = "medically necessary" if necessary != wrong else "not medically necessary"
    lines.append(f"Therefore, the request for {name} is {verdict}.")
    return "".join(f"{line} \n" for line in lines) + " \n"


def letter(rng, number, size):
    part = rng.choice(PARTS)
    injury, review = day(rng, 2014), "12/02/2015"
    front = (f" \nCase Number: \nCM15-99{number:05} \n \nDate Assigned: \n12/22/2015 \nDate of Injury:  \n{injury} \n"
             f"Decision Date: \n01/18/2016 \nUR Denial Date:  \n{review} \nPriority:  \nStandard \nApplication \n"
             "Received:  \n12/12/2015 \n \n")
    how = "".join(f"{line} \n" for line in HOW_MADE.splitlines()) + " \n"
    credentials = ("The Expert Reviewer has the following credentials: \nState(s) of Licensure: California \n"
                   "Certification(s)/Specialty: Internal Medicine \n \n")
    items = ""
    for pattern, (least, most), guideline in rng.sample(ITEMS, rng.randint(1, 3)):
        name = pattern.format(n=rng.randint(least, most), part=part)
        necessary, wrong = rng.random() < 0.3, rng.random() < 0.03
        items += f"{name}: {'Overturned' if necessary else 'Upheld'} \n \n"
        items += wrapped(f"Claims Administrator guideline: Decision based on {guideline}.")
        items += wrapped(f"MAXIMUS guideline: Decision based on {guideline}.")
        items += rationale(rng, name, necessary, wrong)
    head = ("CLINICAL CASE SUMMARY \nThe expert reviewer developed the following clinical case summary based on a "
            "review of the case \nfile, including all medical records: \n \n")
    issues = ("IMR ISSUES, DECISIONS AND RATIONALES \nThe Final Determination was based on decisions for the disputed "
              "items/services set forth below: \n \n")
    story = (f"The injured worker is a {rng.randint(22, 64)} year old male who sustained an industrial injury on "
             f"{injury}. The diagnosis is strain of the {part}.")
    fixed = sum(map(len, (front, how, credentials, head, issues, items)))
    while fixed + len(story) * 1.02 < size:
        story += (f" On {day(rng, 2015)} the injured worker {rng.choice(DONE)} and {rng.choice(DONE)}. "
                  f"{rng.choice(SEEN)} {rng.choice(SEEN)}")
    return front + how + credentials + head + wrapped(story) + issues + items


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--letters", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kilobytes", type=int, default=6)
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(given.seed)
    for number in range(given.letters):
        text = letter(rng, number, given.kilobytes * 1024)
        (given.folder / f"letter-{number:06}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
