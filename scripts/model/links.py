#!/usr/bin/env python3
"""Invented posts that carry a link, as people share them on Facebook and in chats: labelled data has hardly any, since the
comments it was gathered from may not hold links.

Hosts are real: of promotions from a public block list (one host a line), of harmless posts from lists of much-visited
sites (Tranco, universities; PyPI package pymispwarninglists) and of offices and schools as they are named in Indonesia.
The same arguments give the same posts.

    links.py benign 6000 gambling-domains.txt > links-benign.ndjson
"""
import json
import random
import re
import string
import sys
from pathlib import Path

from pymispwarninglists import WarningLists

from invent import PEOPLE, stem

# Well known here, in good hands, and named like what they are not.
KNOWN = """rumah123.com mobil123.com 99.co lamudi.co.id liputan6.com 20.detik.com bola.com bola.net bolasport.com hotel88.co.id office365.com
login.microsoftonline.com zoom.us canva.com google.com forms.gle tokopedia.com shopee.co.id lazada.co.id blibli.com bukalapak.com gojek.com grab.com
traveloka.com tiket.com dana.id ovo.id linkaja.id kitabisa.com vidio.com playvalorant.com mobilelegends.com poki.com win-rar.com 9gag.com
24jam.com kios24.com chess.com steamcommunity.com spin.com winrar.com windows.com jackjones.com slotcars.org totolink.net casio.com pokemon.com""".split()

# What sites that are visited much are dropped for: the lists hold gambling, too.
DOUBTFUL = re.compile(
    r"slot|toto|togel|bet|casino|kasino|poker|judi|gacor|win|luck|spin|jackpot|bola|lotter|vip|hoki|dewa|qq|sbo|[a-z](\d)\1+\b"
    r"|\d(77|88|99|38|68|55|33|03)\b|[45]d\b|porn|xxx|sex|hentai|jav")

OFFICES = "dinkes diskominfo disdik dpmptsp disdukcapil bpbd bappeda dishub jdih ppid ppdb satudata sippn lapor esakip simpeg".split()
PLACES = "samarinda balikpapan bontang kutaikartanegara berau paser kutaibarat jatimprov kaltimprov jabarprov sleman bandung surabaya makassarkota medan malangkota".split()


def office(dice):
    place = dice.choice(PLACES)
    return dice.choice([
        f"{dice.choice(OFFICES)}.{place}.go.id", f"{dice.choice(OFFICES)}{dice.randint(2021, 2027)}.{place}.go.id", f"{place}.go.id",
        f"sman{dice.randint(1, 20)}{place}.sch.id", f"smpn{dice.randint(1, 50)}.{place}.sch.id", f"{stem(dice)}.desa.id",
        f"pmb.{stem(dice)}.ac.id", f"{stem(dice)}.or.id", f"{stem(dice)}-{dice.choice(PLACES)}.my.id"])


def code(dice, letters=string.ascii_uppercase + string.digits, least=5, most=8):
    return "".join(dice.choice(letters) for _ in range(dice.randint(least, most)))


def invitation(dice):
    """What stands behind the host when somebody is paid for who joins."""
    digits = string.digits
    return dice.choice([
        f"?chn={code(dice, string.ascii_letters, 14, 22)}&id={code(dice, digits, 9, 12)}", f"?chn={code(dice, string.ascii_letters, 14, 22)}&id={code(dice, digits, 9, 12)}",
        f"/?c={code(dice)}", f"/?code={code(dice)}", f"/?ref={code(dice)}", f"/register?ref={code(dice)}", f"/register?referral_code={code(dice).lower()}",
        f"/#/register?inviteCode={code(dice)}", f"/register/{code(dice)}", f"/?r={code(dice)}", f"/m/{code(dice)}", f"/index_1.html?t={code(dice, digits, 13, 13)}&pid={code(dice, digits, 6, 8)}&pkg={code(dice, digits, 4, 4)}",
        f"/#/?invitecode={code(dice, digits)}", f"/daftar?reff={code(dice).lower()}", f"/s/{code(dice)}"])


def words(dice):
    return "-".join(stem(dice) for _ in range(dice.randint(2, 5)))


def harmful_address(dice, hosts):
    host = dice.choice(hosts)
    host = host if host.count(".") > 1 else dice.choice(["", "", "www.", "www.", "h5.", "m.", "share.", "app.", "link."]) + host
    rest = invitation(dice) if dice.random() < 0.65 else dice.choice(["", "", "/", "/daftar", "/login", "/account/register", "/promo"])
    return f"https://{host}{rest}"


def harmless_address(dice, hosts):
    host = office(dice) if dice.random() < 0.15 else dice.choice(["", "", "www.", "www.", "app.", "m.", "blog."]) + dice.choice(dice.choice(hosts))
    if dice.random() < 0.3:
        return f"https://{host}{invitation(dice)}"
    digits = string.digits
    return f"https://{host}" + dice.choice([
        "", "", "/", f"/{words(dice)}", f"/berita/{words(dice)}", f"/2026/{dice.randint(1, 12):02}/{words(dice)}.html", f"/artikel/{code(dice, digits)}", "/daftar", "/register", "/login",
        f"/index.php?page={dice.randint(1, 90)}", f"/?utm_source={stem(dice)}", f"/watch?v={code(dice, string.ascii_letters, 11, 11)}", f"/p/{code(dice, string.ascii_letters)}", f"/{words(dice)}?id={code(dice, digits)}"])


def name_of(url):
    labels = re.sub(r"^https://", "", url).split("/")[0].split("?")[0].split(".")
    return max(labels[:-1], key=len)


# What stands around a link says little; both sides share most of it, so that the address decides.
EITHER = r"""{url}|{url}|{url} {mark}|{Name}\n{url}|{name} {url}|{person} {url}|link {url}|ini linknya {url}|daftar disini {url}|daftar di {url}|gas {url}|login {url}
apk baru {url}|download apk {url}|aplikasi baru {url}|game seru {url}|main game di {url}|yang mau main {url}|yang mau {url}|event {Name} terbaru {url}
1. {url}\n2. {url2}\n3. {url3}|{Name}{mark} {url}\n{name2}{mark} {url2}|{Name} resmi {url}|bonus {n}k {url}|info {url}|cek {url}|coba {url}|gratis {url}|ada yang sudah coba? {url}"""
HARMFUL = r"""apk lagi gacor {url}|lagi gacor {url}|gas {url} bonus {n}k|bonus member baru {n}rb {url}|modal {n}rb cair {b}rb {url}|siap bantu tutor {url}|depo {n}k wd {b}k {url}
Bergabunglah dengan {Name} dan dapatkan bonus luar biasa! {url}|login {url} menang terus|spin gratis tiap hari {url}|{Name} link alternatif {url}|langsung masuk DANA {url}"""
HARMLESS = r"""baca selengkapnya {url}|sumber: {url}|info lebih lanjut {url}|cek di {url}|beli di {url}|nonton di {url}|link pendaftaran {url}|formulir: {url}
download aplikasinya di {url}|situs resmi {url}|ini linknya kak {url}|promo gratis ongkir {url}|jadwal lengkap di {url}|dokumentasi: {url}|pengumuman hasil seleksi {url}
laporkan ke {url}|pakai kode saya {code} di {url} dapat diskon {n}%|syarat dan cara daftar {url}|unduh panduan {url}|artikel bagus {url}|kak {url} ini bisa dibuka ga
video lengkapnya {url}|resepnya ada di {url}|tiket lewat {url}|menang lomba, fotonya di {url}|game horor buatan anak sini {url}|bonus buku untuk pembeli pertama {url}"""


def post(templates, address, dice):
    url, url2, url3 = (address() for _ in range(3))
    name, name2 = name_of(url), name_of(url2)
    text = dice.choice(templates).format(
        url=url, url2=url2, url3=url3, name=name, Name=name.title(), name2=name2, person=dice.choice(PEOPLE).title() + " " + dice.choice(PEOPLE).title(),
        mark=dice.choice("🥇 🔥 👍 🙏 💰 👇".split()), n=dice.choice([10, 20, 25, 50, 100]), b=dice.randint(100, 2000), code=code(dice))
    return text.upper() if dice.random() < 0.02 else text


def trusted():
    """The hosts that the lexicon trusts, without its patterns."""
    path = Path(__file__).parents[2] / "lexicons/trusted-hosts.txt"
    return [line.strip() for line in path.read_text().splitlines() if re.match(r"[a-z0-9]", line)]


def visited(blocked):
    """Hosts that are visited much and do not look like gambling, in groups that count alike: a name with a number may be honest."""
    lists = WarningLists(slow_search=False).warninglists
    def hosts(*names):
        found = {host.strip(".").lower() for name in names for host in lists[name].list}
        return sorted(host for host in found if "." in host and host not in blocked and not DOUBTFUL.search(host))
    everywhere = hosts("Top 1,000,000 most-used sites from Tranco")
    most = hosts("Top 10K most-used sites from Tranco", "Top 10000 websites from Majestic Million", "Top 500 domains and pages from https://moz.com/top500")
    here = [host for host in everywhere if host.endswith(".id")]
    numbered = [host for host in most + here if re.search(r"[a-z]{2}\d+\.|\d[a-z]{2}", host)]
    return [KNOWN, KNOWN + trusted(), most, most, here, here, hosts("University domains"), random.Random(1).sample(everywhere, 20_000), numbered]


def promoted(blocked, dice):
    """Blocked hosts, few of each domain; most of them named as gambling sites are, since lists also hold broken-into ones."""
    kept, seen = [], {}
    for host in dice.sample(blocked, len(blocked)):
        domain = ".".join(host.split(".")[-2:])
        seen[domain] = seen.get(domain, 0) + 1
        if seen[domain] <= 2 and (DOUBTFUL.search(host) or re.search(r"\d\d|[a-z]\d+[a-z]?\.", host) or dice.random() < 0.15):
            kept.append(host)
    return kept


def main():
    label, count, blocked = sys.argv[1], int(sys.argv[2]), [line.strip() for line in open(sys.argv[3]) if "." in line]
    dice = random.Random(20261130)
    if label == "gambling":
        hosts = promoted(blocked, dice)
        templates, address = HARMFUL, lambda: harmful_address(dice, hosts)
    else:
        hosts = visited(set(blocked))
        templates, address = HARMLESS, lambda: harmless_address(dice, hosts)
    templates = [template.replace("\\n", "\n") for text in (EITHER, templates) for template in text.replace("\n", "|").split("|")]
    for number in range(count):
        print(json.dumps({"id": str(number + 1), "text": post(templates, address, dice), "label": label}, ensure_ascii=False))


if __name__ == "__main__":
    main()
