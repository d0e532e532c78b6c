"""What a verdict holds: the line that `ronda scan` writes."""

from typing import List, TypedDict


class Category(TypedDict):
    id: str
    score: float
    stance: str
    pillars: List[str]


class Evidence(TypedDict):
    """Why: `start` and `end` are byte offsets into the text as UTF-8, `weight` is in log-odds."""

    start: int
    end: int
    text: str
    folded: str
    family: str
    category: str
    term: str
    weight: float


class Indicator(TypedDict):
    type: str
    value: str
    start: int
    end: int


class Verdict(TypedDict):
    """`verdict` is "harmful", "review" or "clean"; `score` is the probability of the worst category."""

    id: str
    verdict: str
    score: float
    categories: List[Category]
    evidence: List[Evidence]
    indicators: List[Indicator]
    lexicon: str
    model: str
