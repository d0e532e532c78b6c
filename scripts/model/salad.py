#!/usr/bin/env python3
"""Harmless word salads in forty languages, so that a language nobody wrote promotions in is not taken for one.

The words are drawn as often as people use them (package wordfreq: Wikipedia, subtitles, news, books, social media).
The same arguments and version of the package give the same posts.

    pip install wordfreq==3.1.1
    salad.py 6000 > salad.ndjson
"""
import itertools
import json
import random
import sys

import wordfreq

# Languages around Indonesia, and English, are met more often than others.
NEAR = ["en", "ms", "fil", "vi", "zh", "ar", "hi"]
# Indonesian has real posts; Chinese and Japanese are written without blanks.
UNSPACED = ["zh", "ja"]
WORDS = 4000


def main():
    dice = random.Random(20261128)
    languages = sorted(set(wordfreq.available_languages("small")) - {"id"})
    languages += NEAR * 3
    lists = {}
    for language in sorted(set(languages)):
        shares = list(wordfreq.get_frequency_dict(language, "small").items())[:WORDS]
        lists[language] = [word for word, _ in shares], list(itertools.accumulate(share for _, share in shares))
    for number in range(int(sys.argv[1])):
        language = dice.choice(languages)
        words, cumulated = lists[language]
        chosen = dice.choices(words, cum_weights=cumulated, k=dice.choice([2, 3, 4, 5, 6, 8, 10, 12, 16, 20]))
        if dice.random() < 0.35:
            chosen.insert(dice.randrange(len(chosen) + 1), str(dice.choice([dice.randint(1, 99), dice.randint(100, 2030), 10000])))
        text = ("" if language in UNSPACED else " ").join(chosen)
        text = text.capitalize() if dice.random() < 0.6 else text
        print(json.dumps({"id": str(number + 1), "text": text, "label": "benign", "lang": language}, ensure_ascii=False))


if __name__ == "__main__":
    main()
