"""Does an Independent Medical Review determination agree with itself, and with the guideline it cites?

>>> import imr_lint
>>> report = imr_lint.Checker().check("Case Number: CM16-0000000 ...", name="letter.txt")
>>> [finding.rule for finding in report.findings]
['letter/unreadable']

The rules, the readings and the findings are those of the command ``imr-lint``: it is the same library.
"""

from ._checker import Checker, RulesError
from ._engine import __version__
from ._report import Citation, Finding, Item, Label, Problem, Report, Severity
from ._table import schema

__all__ = [
    "Checker", "Citation", "Finding", "Item", "Label", "Problem", "Report", "RulesError", "Severity", "__version__",
    "schema",
]
