#!/usr/bin/env python3
"""Invented posts from templates: one label of one file of invented/.

The files hold groups of templates; every post is one template or, for harmless ones, now and then two of the same group. The
same arguments give the same posts.

    invent.py invented/languages.txt benign 3000 > languages-benign.ndjson
"""
import json
import random
import re
import sys

STEMS = "ba be bo ca da do du ga go gu ja jo ka ki ko la lo ma me mi na no pa po ra ri ro sa si su ta ti to wa wi ya".split()
WORDS = "raja dewa bola naga kota sinar bintang surya mega cahaya garuda langit hoki panen emas ratu macan pulau".split()
ENDS = "77 88 99 138 303 77 88 4D 5D WIN TOTO SLOT BET HOKI 189 55 17 365".split()
# How else names end, and what short ones start with.
OTHER_ENDS = "96 69 66 78 21 33 44 288 168 777 500 111 123 234 707 855 6D VIP JP POKER PLAY GACOR BET88 TOTO4D WIN99".split()
SHORT = "SGI KOI MPO ABC DOI SAR LGO QQ PG OK HK JP RTP ASIA IDN MGM VIO ION".split()

# The share of promotions that are hidden.
HIDDEN = 0.3
# A list of phrases gives more different posts than a sentence.
PHRASES_WEIGHT = 5


def stem(dice):
    return dice.choice(WORDS) if dice.random() < 0.3 else "".join(dice.choice(STEMS) for _ in range(dice.randint(2, 4)))


def styled(text, first_upper, first_lower, first_digit):
    """Mathematical letters, which start at the given code points."""
    def one(letter):
        if not (letter.isascii() and letter.isalnum()):
            return letter
        first, plain = ((first_digit, "0") if letter.isdigit() else (first_upper, "A") if letter.isupper() else (first_lower, "a"))
        return chr(first + ord(letter) - ord(plain))
    return "".join(map(one, text))


# Letters of other scripts that read as Latin ones, and marks that are written over, under or through letters.
LOOK_ALIKES = [dict(zip("aceijopsxykmth", "асеіјорѕхукмтһ")), dict(zip("aeikoptuxwn", "αεικορτυχωη")), dict(zip("abcdegiklmnoprstu", "ꓮꓐꓚꓓꓰꓖꓲꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴ"))]
MARKS = ["\u0336", "\u0301\u0323", "\u0332", "\u0308", "\u0335\u0307"]


def hidden(text, dice):
    """The text as promoters hide it, so that neither letters nor marks of other languages speak for harmlessness."""
    if dice.random() < 0.5:
        table = dice.choice(LOOK_ALIKES)
        return "".join(table.get(letter, letter) for letter in text.lower())
    mark = dice.choice(MARKS)
    return "".join(letter + mark if letter.isalpha() else letter for letter in text)


def site(dice):
    first = dice.choice(SHORT) if dice.random() < 0.1 else stem(dice)
    name = first + dice.choice(OTHER_ENDS if dice.random() < 0.4 else ENDS)
    shape = dice.random()
    if shape < 0.45:
        return name.upper()
    if shape < 0.6:
        return styled(name.upper(), 0x1D5D4, 0x1D5EE, 0x1D7EC)
    return " ".join(name.upper()) if shape < 0.65 else name.lower() if shape < 0.9 else name.title()


PEOPLE = """rizky andi budi siti dewi fajar agus rina putra eko dian wahyu nur yoga bayu reza adit maya ilham tono yanti hendra lia
fitri joko wawan citra arif nina deni rahma iqbal hafiz salsa nabila fikri aldi vina tegar bagas intan rudi dimas laras hasan mila
surya ridho ayu tari gilang panji wulan zaki amel farhan tiara ipul asep ujang cecep bonar togar made ketut wayan nyoman gede komang
angga bimo candra danang erwin feri gunawan heru imam jefri kevin lukman malik nanang oki pandu qori ratna sari tri umar vero widya yusuf
zahra alfin bella chika dinda elsa fahmi ghani hilda indah jihad kirana luthfi melati novi opik puspa raka sinta taufik uci viona winda
yuni zulfa abdul basri cahyo daffa ester fauzan gita haikal ika jamal karin lutfi mega naufal olive paijo qila rangga syifa""".split()
SECOND = "jaya maju mas emas indah baru abadi kaya raya sukses makmur bersama prima damai sari mandiri lestari utama".split()


def user(dice):
    """A person's account: a first name and the digits of a year or a shirt."""
    name = dice.choice(PEOPLE) + (dice.choice(PEOPLE) if dice.random() < 0.15 else "")
    number = str(dice.choice([dice.randint(1, 99), dice.randint(1980, 2012), dice.randint(100, 999)]))
    return name + dice.choice(["", "_", ""]) + dice.choice(["", "", "", "id", "tv", "ff"]) + (number if dice.random() < 0.85 else "")


def shop(dice):
    name = dice.choice("sambel jaya kenangan makmur barokah sari bintang maju berkah abadi rasa mandiri sinar sumber".split() + WORDS + PEOPLE)
    if dice.random() < 0.4:
        name = f"{name} {dice.choice(SECOND)}"
    else:
        name += dice.choice(["", " ", ""]) + dice.choice("88 99 77 21 12 66 123 69 168 333".split())
    return name.upper() if dice.random() < 0.5 else name.title()


def model(dice):
    """What makers, offices and clubs call things."""
    name = dice.choice([stem(dice), dice.choice("nova vega delta alfa sakura pesona garuda elang kompi suara mitra".split())])
    name += dice.choice(["", "", " ", "-"]) + str(dice.choice([dice.randint(1, 12), dice.randint(10, 99), dice.randint(100, 999), 4000, 5000]))
    return dice.choice([name.upper(), name.title(), name])


def values(dice):
    return dict(
        site=site(dice), user=user(dice), shop=shop(dice), model=model(dice), s=dice.randint(1, 9), n=dice.choice([10, 20, 25, 30, 50, 88, 100]),
        b=dice.randint(100, 9900), acc=dice.randint(10**9, 10**12), pin="".join(dice.choice("0123456789BDFGHK") for _ in range(6)),
        wa=f"08{dice.choice([12, 13, 21, 52, 57])}{dice.randint(10**7, 10**8 - 1)}",
        url=stem(dice) + dice.choice(["-id.xyz", ".top", "-undian.tk", "resmi.wixsite.com", ".blogspot.com", ".vip", ".site"]),
        apk=dice.choice("Undangan Tilang Paket Tagihan Coretax Bansos".split()))


def fill(template, dice):
    if template.startswith("* "):
        phrases = [phrase.strip() for phrase in template[2:].split(";")]
        template = dice.choice([" ", ", ", ", ", " - "]).join(dice.sample(phrases, dice.choice([3, 4, 5, 6])))
    text = re.sub(r"\[([^\[\]]*)\]", lambda match: dice.choice(match[1].split(";")), template)
    text = re.sub(r"\{(\w+)\}", lambda match: str(values(dice)[match[1]]), text)
    return " ".join(text.split()).replace(" ,", ",")


def groups(path, label):
    found, current = [], None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("= "):
            current = [] if line.split()[2] == label else None
            if current is not None:
                found.append(current)
        elif line and not line.startswith("#") and current is not None:
            current += [line] * (PHRASES_WEIGHT if line.startswith("* ") else 1)
    return found


def post(templates, label, dice):
    lines = [fill(dice.choice(templates), dice)]
    if label == "benign" and dice.random() < 0.3:
        lines.append(fill(dice.choice(templates), dice))
    text = dice.choice([". ", "\n", ", "]).join(lines)
    shape = dice.random()
    if label == "gambling" and dice.random() < HIDDEN:
        text = hidden(text, dice)
    text = text.upper() if shape < 0.06 else text.lower() if shape < 0.2 else text
    return text + (" " + dice.choice("🔥 😂 🙏 ❤️ 👍 🎉 😭 💰".split()) if dice.random() < 0.15 else "")


def main():
    path, label, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    dice = random.Random(20261128)
    chosen = groups(path, label)
    # Large groups have more to say, though not in proportion.
    weights = [len(templates) ** 0.5 for templates in chosen]
    for number in range(count):
        text = post(dice.choices(chosen, weights)[0], label, dice)
        print(json.dumps({"id": str(number + 1), "text": text, "label": label}, ensure_ascii=False))


if __name__ == "__main__":
    main()
