#!/usr/bin/env python3
"""Writes Sources/HarmClassifier/Folding/FoldingTable+Generated.swift from Python's Unicode data and lookalikes.txt.

    python3 scripts/folding/generate.py

Each line of the table is `first[-last] kind [text]`. Kinds: p plain fold (case, accent, compatibility spelling that ordinary
writers use), h Hangul syllable that a styled letter becomes when programs keep 16 bits of it, c sign that is a letter only next to letters, r regional indicator, t tag letter, s styled letter, l look-alike of another script or sign, m mark (dropped, belongs to the letter before it),
z invisible (dropped), w white space, y symbol. A text that ends in `+` counts up along the range. Characters that are
not listed stay as they are.
"""
import os, re, sys, unicodedata as u

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "Sources", "HarmClassifier", "Folding", "FoldingTable+Generated.swift")

LATIN_NAME = re.compile(
    r"(?:LATIN|MODIFIER|TAG|SQUARED|NEGATIVE|CIRCLED|PARENTHESIZED|REGIONAL|COMBINING|OUTLINED|MATHEMATICAL|CROSSED)\b.*?"
    r"\b(?:LETTER|CAPITAL|SMALL|SYMBOL LETTER)\s+"
    r"(?:SMALL |CAPITAL |SMALL CAPITAL |TURNED |REVERSED |SIDEWAYS |OPEN |CLOSED |INSULAR |SCRIPT |DOTLESS |STIRRUP |LONG |"
    r"AFRICAN |MIDDLE-WELSH |BLACKLETTER |TALL |HALF |INVERTED |LENIS |BARRED |TAILLESS |EGYPTOLOGICAL |VISIGOTHIC )*"
    r"([A-Z])(?: (?:WITH|ROTUNDA|DIGRAPH|BAR|FLOURISH)\b.*)?$")
BY_NAME = {0x131: "i", 0x237: "j", 0x0F8: "o", 0x0D8: "o", 0x283: "s", 0x292: "z", 0x259: "e", 0x18F: "e", 0x25B: "e", 0x190: "e",
           0x254: "o", 0x186: "o", 0x28A: "u", 0x263: "y", 0x194: "y", 0x0E6: "ae", 0x0C6: "ae", 0x153: "oe", 0x152: "oe",
           0x127: "h", 0x126: "h", 0x142: "l", 0x141: "l", 0x111: "d", 0x110: "d", 0x0F0: "d", 0x0D0: "d", 0x0FE: "p", 0x0DE: "p",
           0x1DF: "s", 0x17F: "s", 0x14B: "n", 0x14A: "n", 0x138: "k", 0x28C: "a", 0x245: "a", 0x269: "i", 0x196: "i", 0x278: "o",
           0x26E: "l", 0x277: "w", 0x1F18E: "ab", 0x1F191: "cl", 0x1F192: "cool", 0x1F193: "free", 0x1F194: "id", 0x1F195: "new",
           0x1F196: "ng", 0x1F197: "ok", 0x1F198: "sos", 0x1F199: "up", 0x1F19A: "vs", 0x2122: "tm", 0x2120: "sm"}
# Written by ordinary people: folding them hides nothing.
PLAIN_LATIN = re.compile(r"^LATIN (?:SMALL|CAPITAL) LETTER [A-Z] WITH (?!.*(?:STROKE|HOOK|TAIL|BAR|LOOP|CURL|SWASH|PALATAL))")


def lookalikes():
    table = {}
    for number, line in enumerate(open(os.path.join(HERE, "lookalikes.txt"), encoding="utf-8"), 1):
        line = line.split("# ")[0].strip() if line.startswith("#") else line.strip()
        if not line:
            continue
        target, _, characters = line.partition(":")
        for character in characters.split():
            if len(character) == 1 and ord(character) >= 0x80:
                table.setdefault(ord(character), target)
    return table


def fold(text):
    """Compatibility decomposition, case fold, marks dropped."""
    for _ in range(3):
        text = u.normalize("NFKD", text).casefold()
    return "".join(c for c in text if not u.combining(c) and u.category(c) not in ("Mn", "Me", "Cf"))


def entry(cp, looks):
    """(kind, text) for a code point, or None where the character stays as it is."""
    c = chr(cp)
    category, name = u.category(c), u.name(c, "")
    if 0xE0020 <= cp <= 0xE007E:
        return ("t", chr(cp - 0xE0000).lower())
    if 0x1F1E6 <= cp <= 0x1F1FF:
        return ("r", chr(cp - 0x1F1E6 + ord("a")))
    if cp in (0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0x17B4, 0x17B5, 0x2800):
        return ("z", "")
    if 0xFE00 <= cp <= 0xFE0F or 0xE0100 <= cp <= 0xE01EF or category in ("Mn", "Me"):
        return ("m", "")
    if category in ("Zs", "Zl", "Zp") or c in "\t\x0b\x0c\x85":
        return ("w", "")
    if category in ("Cf", "Cc") and c not in "\r\n":
        return ("z", "")
    if 0xD400 <= cp <= 0xD6A3:
        letter = fold(chr(cp + 0x10000))
        return ("h", letter) if letter.isalpha() and letter.isascii() else None
    if cp < 0x80:
        return ("p", c.lower()) if c.isupper() else None
    if cp in BY_NAME:
        return ("p" if cp in (0xE6, 0xC6, 0x153, 0x152, 0xF0, 0xD0, 0x2122, 0x2120, 0x131) else "s", BY_NAME[cp])
    if cp in looks:
        return ("c" if category in ("Sc", "So", "Sm", "Po") and cp < 0x1F000 and cp != 0x24C2 else "l", looks[cp])
    folded = fold(c)
    if name.startswith("PARENTHESIZED LATIN"):
        folded = folded.strip("()")
    if folded and all(ord(x) < 0x80 for x in folded) and folded.strip():
        plain = bool(PLAIN_LATIN.match(name)) or category in ("No", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "Sm") and not folded.isalnum()
        plain = plain or name.startswith("LATIN SMALL LIGATURE") or cp in (0xB2, 0xB3, 0xB9, 0xBA, 0xAA, 0x2126, 0x212A, 0x212B) or name.startswith("VULGAR FRACTION")
        if folded.isalnum() or len(folded) > 1 or folded in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
            return ("p" if plain else "s", folded)
    match = LATIN_NAME.match(name)
    if match:
        return ("s", match.group(1).lower())
    if folded and folded[0] != c and any(x.isalnum() for x in folded):
        again = "".join(looks.get(ord(x), x) for x in folded)
        if all(ord(x) < 0x80 for x in again):
            return ("l", again)
        if len(folded) == 1 and c.lower() == folded:
            return ("p", folded)
    if category in ("Pd",):
        return ("p", "-")
    if c in "‘’‚‛′ʼ´`":
        return ("p", "'")
    if c in "“”„‟«»″":
        return ("p", '"')
    if c in "。｡":
        return ("p", ".")
    if category[0] in "SP" or category in ("Co", "Cn"):
        return ("y", "")
    return None


def main():
    looks = lookalikes()
    rows = []
    for cp in range(0x110000):
        if 0xD800 <= cp <= 0xDFFF:
            continue
        if 0xF0000 <= cp or 0xE000 <= cp <= 0xF8FF:
            continue
        if u.category(chr(cp)) == "Cn" and not (0x1F000 <= cp <= 0x1FAFF):
            continue
        e = entry(cp, looks)
        if e:
            rows.append((cp, e[0], e[1]))
    lines, i = [], 0
    while i < len(rows):
        cp, kind, text = rows[i]
        j = i + 1
        while j < len(rows) and rows[j] == (cp + j - i, kind, text):
            j += 1
        k = i + 1
        while len(text) == 1 and k < len(rows) and rows[k] == (cp + k - i, kind, chr(ord(text) + k - i)):
            k += 1
        if k > j and k - i > 1:
            lines.append(f"{cp:x}-{rows[k-1][0]:x} {kind} {text}+")
            i = k
        else:
            span = f"{cp:x}-{rows[j-1][0]:x}" if j - i > 1 else f"{cp:x}"
            lines.append(f"{span} {kind} {text}".rstrip())
            i = j
    body = "\n".join("    " + line.replace("\\", "\\\\") for line in lines)
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("// Made by scripts/folding/generate.py from Unicode " + u.unidata_version
                  + " and scripts/folding/lookalikes.txt. Do not edit.\n// swift-format-ignore-file\n\n"
                  "extension FoldingTable {\n"
                  "  /// One line a range of code points: `first[-last] kind [text]`; the script's head explains the kinds.\n"
                  "  static let generatedRows: StaticString = #\"\"\"\n" + body.replace("\\\\", "\\") + "\n    \"\"\"#\n}\n")
    print(f"{len(rows)} code points in {len(lines)} lines", file=sys.stderr)


main()
