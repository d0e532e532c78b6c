#!/usr/bin/env python3
"""Chooses the words that tell languages apart, and measures how well they do.

    python3 scripts/language/train.py DATA            # DATA/benign/*.ndjson.gz: fields text, lang, source
    python3 scripts/language/train.py DATA --measure  # the table in docs/language.md, from held-out posts

Languages with labelled posts get the words that are far likelier in them than elsewhere, with the logarithm of that ratio
as weight. English, Malay, Tagalog, Balinese and Banjarese have none there: their words and weights are written by hand below. Writes
Sources/HarmClassifier/Language/LanguageWords+Generated.swift: words and weights only, no sentence.
"""
import collections, glob, gzip, hashlib, json, math, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "Sources", "HarmClassifier", "Language", "LanguageWords+Generated.swift")
CODES = {"jav": "jv", "sun": "su", "min": "min", "bug": "bug", "mad": "mad", "mak": "mak", "btk": "bbc", "bew": "bew"}
INDONESIAN = ("benign-indonlu-smsa", "benign-news-articles", "benign-tweets-misc", "clickbait-clickid")
WORDS_EACH = 150
BY_HAND = {
    "en": (2.5, "the and of to is in that it was for on are with as you be this have from not but they his her she or by "
                "an which we there been their would what about when will your can all were more who do has if my one so "
                "out up just like get them me some how our than then people because could no only know"),
    "ms": (4.0, "nak cakap ialah kerana tengok nampak telefon filem pelajar bahagian sahaja polis sesiapa nombor soalan kes "
                "berbeza maklumat pelakon syarikat rakan kat jom sebahagian perlawanan perniagaan jenayah perkahwinan sebarang "
                "jawapan perlukan korang kesihatan seronok tahniah muzik rosak senarai stesen seluar encik puan peguam tarikh "
                "peminat universiti beg kenderaan sekiranya enjin kejayaan sempadan lapan rakaman kolej ogos kelab perubatan "
                "pakcik makcik jumaat akaun takde ringgit cawangan percuma manakala menerusi pautan peperiksaan kerajaan cikgu "
                "perkhidmatan elektrik kualiti mesej lebuhraya setiausaha mahkamah sesawang"),
    "tl": (2.5, "ang ng mga sa na ay ko mo po opo ito iyan iyon siya sila kami tayo kayo namin natin nila niya nito hindi huwag wala "
                "may mayroon kung para dahil kasi lang din rin naman ba pa kay nang mula hanggang bago habang pero ngunit ako ikaw "
                "ka salamat magandang umaga gabi araw tao bahay trabaho pera bukas kahapon ngayon saan kailan bakit paano ano sino "
                "gusto mahal kaibigan pamilya bata talaga sobrang lahat kanina ulit nasa galing"),
    "ban": (2.5, "tiang titiang ring sane punika ajak ane tusing sing nenten sampun wenten jani dini ditu icang cai nyen "
                 "apang lakar suba bakat nika niki inggih rahajeng semeton raris taler antuk olih kadi sareng ipun ida "
                 "dane ngiring matur suksma gumi jagat anake madan buka cara enu tuara buin kone kema mai"),
    "bjn": (2.5, "ulun pian ikam unda inya kada kadada haja jua nang gasan wan lawan handak kaya kayapa napa hanyar "
                 "bubuhan urang banua kawa kanapa dimapa sidin kami bapandir begana banyu tulak bulik mambari sakit "
                 "pang lah ding umai dangsanak tarima pina jar saban bahari wayah ngalih samunyaan baisukan uyuh muyak"),
}

# Malay shares most everyday words with Indonesian, so these speak for both and its own words decide.
MALAY_TOO = set("yang dan di ini itu dengan untuk tidak dalam pada ke akan ada saya orang juga atau lebih sebagai oleh kepada hari "
                "tahun dapat satu telah banyak lagi kami mereka dia adalah anda dari sangat jika hanya semua menjadi".split())


def words(text):
    text = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z]+", "".join(c for c in text if not unicodedata.combining(c)))


def posts(data):
    """(language, words, held out) of every labelled post; a fifth is held out by its id."""
    for path in sorted(glob.glob(os.path.join(data, "benign", "*.ndjson.gz"))):
        name = os.path.basename(path).split(".")[0]
        for line in gzip.open(path, "rt", encoding="utf-8"):
            row = json.loads(line)
            code = CODES.get(row.get("lang")) if "nusawrites" in name else "id" if name in INDONESIAN else None
            if code:
                yield code, words(row["text"]), hashlib.sha256(row["id"].encode()).digest()[0] < 51


def train(data):
    counts = collections.defaultdict(collections.Counter)
    for code, tokens, held_out in posts(data):
        if not held_out:
            counts[code].update(tokens)
    totals = {code: sum(c.values()) for code, c in counts.items()}
    weights = {}
    for code, counter in counts.items():
        scored = []
        for word, count in counter.items():
            share = count / totals[code]
            if share < 3e-4 or len(word) < 2:
                continue
            elsewhere = sum(counts[o][word] / totals[o] for o in counts if o != code) / (len(counts) - 1)
            weight = math.log(share / (elsewhere + 1e-5))
            if weight > 0.7:
                scored.append((share * weight, word, min(weight, 6)))
        weights[code] = {word: weight for _, word, weight in sorted(scored, reverse=True)[:WORDS_EACH]}
    for code, (weight, listed) in BY_HAND.items():
        weights[code] = {word: weight for word in listed.split()}
    weights["ms"] |= {word: weight for word, weight in weights["id"].items() if word in MALAY_TOO}
    return weights


def guess(weights, tokens):
    """The same rule as Language/LanguageGuesser.swift."""
    scores = {code: sum(table.get(t, 0) for t in tokens) for code, table in weights.items()}
    best, score = max(((c, v) for c, v in scores.items() if c != "id"), key=lambda s: (s[1], s[0]))
    if len(tokens) < 3 or max(score, scores["id"]) < LEAST:
        return None
    return best if score > scores["id"] + MARGIN.get(best, MARGIN[""]) else "id" if scores["id"] >= LEAST else None


# By how much a language must lead Indonesian; Betawi is close to everyday Indonesian. And the least that counts at all.
MARGIN, LEAST = {"": 2.0, "bew": 6.0}, 0.7


def measure(data, weights):
    for label, longest in (("whole posts", 10_000), ("first eight words", 8)):
        seen, right, guessed = collections.Counter(), collections.Counter(), collections.Counter()
        for code, tokens, held_out in posts(data):
            if held_out and len(tokens) >= 3:
                found = guess(weights, tokens[:longest])
                seen[code] += 1
                guessed[found] += 1
                right[code] += found == code
        print(f"\n| {label} | posts | found | of those guessed, right |\n|---|---|---|---|")
        for code in sorted(seen):
            print(f"| {code} | {seen[code]} | {right[code] / seen[code]:.1%} | {right[code] / max(1, guessed[code]):.1%} |")


def main():
    weights = train(sys.argv[1])
    rounded = {c: {w: round(v * 10) / 10 for w, v in t.items()} for c, t in weights.items()}
    if "--measure" in sys.argv:
        return measure(sys.argv[1], rounded)
    rows = [f"    {code} " + " ".join(f"{w}:{round(v * 10)}" for w, v in sorted(table.items())) for code, table in sorted(rounded.items())]
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("// Made by scripts/language/train.py. Do not edit.\n// swift-format-ignore-file\n\nextension LanguageGuesser {\n"
                  "  /// One line a language: its code, then its words with their weights in tenths.\n"
                  "  static let generatedRows: StaticString = #\"\"\"\n" + "\n".join(rows) + "\n    \"\"\"#\n}\n")


main()
