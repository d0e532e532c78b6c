#!/usr/bin/env python3
"""Invented harmless announcements, the kind that a careless model takes for promotion.

Offices, schools and small shops write "daftar sekarang", "hadiah jutaan rupiah" and "slot terbatas" too, with emoji,
dates and links. Public data sets hold next to none of it, so the model learns it from these. Every sentence is put
together from the parts below; the same seed gives the same posts.

    announcements.py [COUNT] > announcements.ndjson
"""
import json
import random
import sys

PLACES = """Samarinda Balikpapan Bontang Tenggarong Sangatta Penajam Berau Paser Kutai Kartanegara Kutai Timur
Kutai Barat Mahakam Ulu Malinau Nunukan Tarakan Banjarmasin Palangka Raya Pontianak""".split()
OFFICES = """Diskominfo Dinas Pendidikan|Dinas Kesehatan|Dinas Sosial|Dispora|Disdukcapil|Bapenda|Dinas Koperasi dan UMKM|
Dinas Tenaga Kerja|BPBD|Satpol PP|Perpustakaan Daerah|Puskesmas Sempaja|Kecamatan Sungai Kunjang|Kelurahan Air Putih|
PMI|KONI|Karang Taruna|SMAN 10|SMKN 7|Universitas Mulawarman|Politeknik Negeri|Bank Kaltimtara|PDAM|Pramuka Kwarda|
Desa Loa Duri|Masjid Raya|PKK|BPS|Bawaslu|KPU|Polresta|Kodim|RSUD|BPJS Kesehatan""".replace("\n", "").split("|")
EVENTS = """lomba video pendek|lomba poster digital|lomba menulis cerpen|lomba pidato pelajar|lomba mewarnai anak|
lomba hafalan Quran|turnamen Mobile Legends pelajar|turnamen e-sport antar sekolah|turnamen esport antar kampus|turnamen game edukasi|liga e-sport pemuda|turnamen PUBG komunitas|turnamen badminton|turnamen futsal|turnamen catur|
lomba voli antar kelurahan|fun run 5K|jalan sehat keluarga|sepeda santai|lomba fotografi|lomba desain maskot|
cerdas cermat literasi digital|olimpiade matematika|festival band pelajar|lomba masak ikan|lomba kebersihan RT|
kuis literasi digital|lomba konten kreator|hackathon layanan publik|lomba stand up comedy""".replace("\n", "").split("|")
COURSES = """pelatihan pemasaran digital UMKM|pelatihan barista|pelatihan menjahit|bimbingan teknis SPBE|
pelatihan 20 JP literasi digital|pelatihan 32 JP guru penggerak|kelas gratis desain grafis|kursus bahasa Inggris|
webinar keamanan data pribadi|seminar parenting digital|sosialisasi bahaya judi online|workshop konten positif|
bootcamp data analyst|pelatihan las|magang ke Jepang resmi|pelatihan pertanian hidroponik|kelas coding anak|
bimtek pengelola website desa|pelatihan servis HP""".replace("\n", "").split("|")
SERVICES = """vaksinasi campak dan polio|donor darah|cek kesehatan gratis|operasi katarak gratis|pasar murah|
layanan KTP digital|perekaman KTP keliling|pemutihan pajak kendaraan|bayar PBB bebas denda|SIM keliling|
pendaftaran PPDB|penerimaan mahasiswa baru|seleksi CPNS|beasiswa Kaltim Tuntas|bantuan modal UMKM|KUR tanpa agunan|
bursa kerja job fair|posyandu lansia|bazar UMKM|pembagian sembako|penukaran uang baru|sambungan air murah|
program mudik gratis|khitanan massal|isbat nikah terpadu|festival Erau|pekan raya|pameran pembangunan""".replace(
    "\n", "").split("|")
PRIZES = """total hadiah {n} juta rupiah|hadiah jutaan rupiah|hadiah uang tunai {n} juta|doorprize sepeda motor|
doorprize 5 unit sepeda|hadiah utama umrah|undian berhadiah kulkas|e-sertifikat dan konsumsi|sertifikat {j} JP|
uang saku Rp{r}.000 per hari|saldo e-wallet Rp{r} ribu untuk 10 pemenang|pulsa {r} ribu buat yang beruntung|
trofi dan uang pembinaan|voucher belanja {r} ribu|merchandise menarik|bonus kaos untuk 100 pendaftar pertama|
gratis tanpa dipungut biaya|cashback {d} persen|diskon {d}%|bonus poin buat yang bayar lewat QRIS|
dapat kupon undian jackpot door prize|potongan harga sampai {d} persen|gratis ongkir""".replace("\n", "").split("|")
CALLS = """daftar sekarang|buruan daftar|yuk daftar|ayo ikut|segera daftarkan diri|daftar lewat link di bio|
link pendaftaran di bio|klik link berikut|isi formulir di {link}|daftar di {link}|info lengkap {link}|
hubungi WA {wa}|narahubung {wa} (Kak {name})|kuota terbatas|slot terbatas {q} peserta|slot terbatas {q} tim|
slot tinggal {s} lagi|jangan sampai ketinggalan|catat tanggalnya|jangan lewatkan|cek info di website resmi kami|
gas daftar sebelum {date}|pendaftaran ditutup {date}|langsung datang ke lokasi|ajak teman dan keluarga|
follow dan tag 3 temanmu|kirim karyamu sebelum {date}|scan barcode di poster""".replace("\n", "").split("|")
WHERE = """di {place}|di GOR Segiri|di Taman Samarendah|di aula {office}|via Zoom|di halaman kantor gubernur|
di Lapangan Merdeka|di Big Mall|di Islamic Center|di Teras Samarinda|di balai desa|di seluruh puskesmas""".replace(
    "\n", "").split("|")
OPENERS = """Halo Sobat {place}!|Info penting!|Kabar gembira|Sahabat {office},|Assalamualaikum warga {place},|
PENGUMUMAN|Yuk merapat|Halo pelajar {place}|Selamat pagi #SobatDigital|Dalam rangka HUT RI ke-{hut},|
Hai UMKM juara!|Menyambut HUT {place},|INFO LOKER RESMI|Save the date!|Warga {place} wajib tahu|Gratis lho!|""".replace(
    "\n", "").split("|")
CLOSERS = """#{tag}|#KaltimBerdaulat|#LiterasiDigital #MakinCakapDigital|Sampai jumpa di lokasi ya|
Bersama kita bisa|Terima kasih|Salam sehat|Informasi lebih lanjut kunjungi kantor kami pada jam kerja|
Layanan ini tidak dipungut biaya|Hati-hati penipuan yang mengatasnamakan {office}||""".replace("\n", "").split("|")
TALK = """makasih min infonya sangat bermanfaat|alhamdulillah tadi menang doorprize kipas angin|
kapan dibuka lagi pendaftarannya min|semoga menang lomba besok, semangat|udah daftar tapi belum dapat email|
keren banget acaranya, hadiahnya banyak|aku dapet nomor undian 0{q} kemarin, hoki banget|link pendaftarannya error min|
timku lolos ke final, lumayan hadiah {n} juta|main game bareng adik di rumah|slot pendaftaran masih ada gak kak|
terima kasih bapak ibu guru {office}|mantap pelayanannya cepat dan ramah|sukses terus buat {place}|
juara 1 lomba tingkat provinsi, bangga|gaji baru cair langsung bayar cicilan|panen lele lagi gacor nih bang|
mancing di mahakam lagi gacor, dapat baung 5 kilo|burung murai juara 1 gacor terus|motor bekas tapi gacor tarikannya|
dapat 2 juta dari jualan online hari ini|baru cair dana BOS sekolah|menang 3-0 lawan tetangga, seru parah|
komentar judol makin banyak, hapus dong min|tolong diblokir akun yang promosi slot di sini""".replace("\n", "").split("|")
DETAILS = """bawa KTP dan KK asli|syaratnya fotokopi KTP|bawa kartu BPJS|tersedia di bank daerah|bunga {s} persen per tahun|
hubungi call center 1500{q}|pembayaran lewat rekening resmi daerah|kirim bukti bayar ke petugas|cek nomor antrean di aplikasi|
terbuka untuk umum|khusus warga ber-KTP {place}|usia {d} sampai 35 tahun|pelajar SMA sederajat|surat keterangan usaha dari kelurahan|
jadwal {date} pukul 08.00 Wita|plafon sampai {r} juta|tanpa biaya administrasi|kode booking dikirim lewat SMS|
petugas tidak pernah meminta kode OTP|nilai {d} miliar rupiah|naik {s} persen dibanding tahun lalu""".replace("\n", "").split("|")
EMOJI = "📢 🎉 ✨ 📝 🏆 🎁 📅 📍 ✅ 👉 🔥 💥 🇮🇩 🎓 💉 🩸 🏃 🚴 📲 💡 ⭐ 🥳".split()
LINKS = ["s.id/{slug}", "bit.ly/{slug}", "https://{slug}.kaltimprov.go.id", "https://forms.gle/{slug}", "linktr.ee/{slug}",
         "https://{slug}.sch.id", "www.{slug}.go.id"]
NAMES = "Rina Andi Siti Budi Dewi Yusuf Nurul Agus Lia Fajar".split()


def bold(text):
    """The mathematical bold letters that designers of posters like."""
    out = []
    for letter in text:
        if "A" <= letter <= "Z":
            out.append(chr(0x1D5D4 + ord(letter) - 65))
        elif "a" <= letter <= "z":
            out.append(chr(0x1D5EE + ord(letter) - 97))
        else:
            out.append(letter)
    return "".join(out)


def fill(part, dice):
    slug = dice.choice(["daftar", "lomba", "info", "ppdb", "bimtek"]) + dice.choice(["kaltim", "smd", "2026", "hutri", "umkm"])
    date = f"{dice.randint(1, 30)} {dice.choice(['Januari', 'Maret', 'Mei', 'Agustus', 'Oktober', 'November'])} 2026"
    return part.format(
        n=dice.choice([1, 2, 3, 5, 10, 15, 25, 50]), j=dice.choice([8, 20, 32, 40]), r=dice.choice([25, 50, 75, 100, 150]),
        d=dice.choice([10, 20, 25, 50, 70]), q=dice.choice([16, 30, 32, 50, 64, 100, 200]), s=dice.randint(2, 9),
        wa=f"08{dice.choice([12, 13, 21, 52, 53])}{dice.randint(10**7, 10**8 - 1)}", name=dice.choice(NAMES), date=date,
        link=dice.choice(LINKS).format(slug=slug), place=dice.choice(PLACES), office=dice.choice(OFFICES),
        hut=dice.choice([79, 80, 81]), tag=dice.choice(["Kaltim", "InfoSamarinda", "Diskominfo", "GenerasiEmas"]))


def post(dice):
    if dice.random() < 0.2:
        text = fill(dice.choice(TALK), dice)
        return text + dice.choice(["", " " + dice.choice(EMOJI), "!", " 😂", " 🙏"])
    topic = dice.choice(dice.choice([EVENTS, COURSES, SERVICES]))
    parts = [dice.choice(OPENERS) if dice.random() < 0.6 else "",
             f"{dice.choice(['ada', 'telah dibuka', 'hadir lagi', 'kami adakan', '', '', ''])} {topic}".strip(),
             dice.choice(WHERE) if dice.random() < 0.6 else ""]
    parts += dice.sample(PRIZES, dice.choice([0, 1, 1, 2])) + dice.sample(DETAILS, dice.choice([0, 0, 1, 2]))
    parts += dice.sample(CALLS, dice.choice([0, 1, 1, 2, 3])) + [dice.choice(CLOSERS) if dice.random() < 0.5 else ""]
    parts = [fill(part, dice) for part in parts if part]
    head = dice.randrange(min(2, len(parts)))
    shape = dice.random()
    if shape < 0.12:
        parts[head] = bold(parts[head])
    elif shape < 0.3:
        parts[head] = parts[head].upper()
    joint = dice.choice([", ", "! ", "\n", ". ", " " + dice.choice(EMOJI) + " "])
    text = joint.join(parts)
    return (dice.choice(EMOJI) + " " if dice.random() < 0.4 else "") + text


def main():
    dice = random.Random(20261124)
    for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 6000):
        print(json.dumps({"id": str(number + 1), "text": post(dice), "label": "benign"}, ensure_ascii=False))


if __name__ == "__main__":
    main()
