"""Flags online gambling and its neighbours in posts, as the `ronda` command does.

>>> import ronda
>>> [verdict["verdict"] for verdict in ronda.classify(["slot gacor maxwin", "selamat pagi"])]
['harmful', 'clean']
"""

from ronda.classifier import Classifier, RondaError, classify, classify_ndjson
from ronda.verdict import Category, Evidence, Indicator, Verdict

__all__ = [
    "Category",
    "Classifier",
    "Evidence",
    "Indicator",
    "RondaError",
    "Verdict",
    "classify",
    "classify_ndjson",
]
