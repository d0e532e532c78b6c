#!/usr/bin/env python3
"""Invented harmless talk: about gambling and scams, about money, and about what carries numbers in its name.

Campaign posters, court reports, sermons, questions and jokes name the harm; price lists, aid programmes and stock notes name
sums and banks; hashtags of events look like names of sites. Public data holds few of them, and a model that has not met
them flags them. Every sentence is put together from the parts below, in Indonesian and in languages around it (to be checked by
native speakers); the same seed gives the same posts.

    talk.py [COUNT] > talk.ndjson
"""
import json
import random
import sys


def parts(text):
    return [" ".join(part.split()) for part in text.split("|")]


HARM = parts("""judi online|judol|judi daring|slot online|slot|togel|judi slot|judi bola|kasino online|parlay|situs slot|
slot gacor|prediksi togel|bocoran rtp|promo slot|iklan slot|aplikasi judi|taruhan bola|poker online|bandar togel|situs judi|
bonus new member|janji maxwin|link slot|permainan scatter|judi sabung ayam|togel online|mesin slot digital|domino berbayar""")
PEOPLE = parts("""banyak orang|anak muda|pelajar|sebagian orang|pekerja muda|bapak-bapak|ibu rumah tangga|ojol|mahasiswa|
warga desa|teman saya|tetangga|karyawan|orang kaya sekalipun|pemain""")
WHY = parts("""Kenapa|Mengapa|Apa sebabnya|Heran, kenapa|Pernahkah bertanya mengapa|Bagaimana bisa|Sejak kapan|Apa benar|Apakah""")
STILL = parts("""masih percaya|tergiur|terjerat|sulit berhenti dari|ketagihan|menghabiskan uang untuk|terus kembali ke|mudah
terpengaruh oleh|mencoba|berani berutang demi|menyembunyikan kebiasaan main""")
ABOUT = parts("""bagaimana cara kerja|apa itu|apa bedanya lotre dan|siapa yang untung dari|apa akibat hukum|apa dampak psikologis|
apa hubungan pinjol dan|seperti apa algoritma|adakah peluang menang di|apa arti istilah dalam|berapa kerugian akibat|
sejak kapan negara melarang|apa pandangan agama tentang|bagaimana orang tua mencegah|apa ciri kecanduan""")
COST = parts("""hanya menguntungkan bandar|membuat utang menumpuk|menghabiskan gaji sebulan|merusak rumah tangga|tidak pernah
memihak pemain|diatur mesin supaya pemain kalah|bikin lupa keluarga|berakhir di kantor polisi|menguras tabungan|
membuat prestasi sekolah turun|bukan jalan keluar dari masalah ekonomi|adalah tipuan yang dibungkus hiburan|
cuma manis di awal|membuat orang nekat mencuri|haram dan merugikan|sama saja membuang uang|tak sebanding dengan risikonya|
menjadikan data pribadi dijual|memicu depresi dan pertengkaran|dipakai untuk pencucian uang|melanggar undang-undang|
tidak menghasilkan apa-apa selain penyesalan|dirancang agar orang terus bermain|menjebak lewat kemenangan kecil di awal""")
INSTEAD = parts("""Lebih baik menabung|Gunakan uang untuk modal usaha|Ayo pilih hobi yang sehat|Lindungi keluarga kita|Laporkan
ke aduankonten.id|Bicarakan dengan orang terdekat|Hubungi konselor bila sulit berhenti|Awasi ponsel anak|Isi waktu dengan olahraga|
Mari saling mengingatkan|Masa depan jauh lebih berharga|Berhenti sebelum terlambat|Sayangi diri sendiri|Cari rezeki yang halal""")
OFFICE = parts("""Polda Kaltim|Polres Kutai Timur|Kejaksaan Negeri|Pengadilan Negeri Samarinda|Diskominfo|Komdigi|PPATK|OJK|BNNP|
Satgas|Polsek Palaran|Bareskrim|Pemprov Kaltim|DPRD|Kanwil Kemenag|MUI|BKKBN|Dinas Pendidikan|Bea Cukai|Kemensos|KPAI|
Gubernur|Wali kota|Bupati|Camat|Kapolsek|Sekda|Kepala dinas""")
DID = parts("""menangkap {n} orang pengelola {harm}|memblokir {n} ribu situs {harm}|menyita {n} ponsel dari kasus {harm}|
menggelar sosialisasi bahaya {harm}|meminta warga menjauhi {harm}|mencatat perputaran uang {harm} Rp {n} triliun|
menuntut selebgram yang mempromosikan {harm} {s} tahun penjara|membekukan {n} rekening terkait {harm}|memulangkan {n} pekerja
yang dipaksa mengelola {harm} di Kamboja|memecat pegawai yang kedapatan bermain {harm}|membentuk satgas pemberantasan {harm}|
mengimbau ASN tidak bermain {harm}|memeriksa saksi dalam perkara {harm}|menjatuhkan vonis {s} tahun kepada bandar {harm}|
membahas rancangan aturan tentang {harm}|melatih guru mengenali murid yang kecanduan {harm}""")
SAID = parts("""kata juru bicara, {day}|ujarnya kepada wartawan|demikian keterangan tertulis, {day} ({s}/11/2026)|menurut laporan
yang diterima|tegasnya dalam konferensi pers|tambahnya|jelas dia|ungkap warga setempat||||""")
STORY = parts("""dulu saya main {harm}, sekarang sudah kapok|tetangga saya jual motor gara-gara {harm}|alhamdulillah setahun lepas dari
{harm}|suami saya belum bisa berhenti main {harm}, mohon doanya|pernah menang sekali di {harm}, habis itu kalah terus|kakak ipar
kerja jadi admin {harm}, akhirnya ditangkap|gaji habis di {harm}, anak istri makan apa|teman kos diam-diam main {harm} sampai
menunggak|capek lihat iklan {harm} tiap buka video|kolom komentar isinya {harm} semua, hapus dong min|akun bot {harm} makin
banyak, tolong diblokir|gacor apanya, yang gacor utangnya|yang kaya itu bandarnya bang, bukan pemain|main {harm} cepat kaya?
cepat miskin iya|jangan sampai anak kita kenal {harm}|ustaz tadi ceramah soal {harm}, menohok sekali|lirik lagunya menyindir orang
main {harm}|film tentang {harm} ini realistis|pemerintah serius tidak sih memberantas {harm}|katanya {harm} diblokir tapi masih ada saja|
habis nonton ini jadi sadar bahaya {harm}|semoga yang main {harm} cepat sadar|skripsi saya tentang deteksi komentar {harm}|
blokir rekeningnya sekalian kalau dipakai {harm}|bukan slot yang saya cari tapi slot parkir|judulnya kayak iklan {harm} aja""")
LOCAL = {
    "jv": parts("""ojo nganti kecemplung {harm}, mesakke anak bojo|sing sugih kuwi bandare, sing main tambah mlarat|tonggoku adol sapi
    mergo {harm}|wis tau kapok main {harm}, saiki ngaji wae|kok isih ono sing percoyo karo {harm} yo|duit pas-pasan kok dinggo {harm}|
    sinau sing sregep, ora usah melu-melu {harm}|kabar saka desa, ana wong dicekel polisi merga {harm}|sesuk ana kerja bakti nang balai
    desa, ayo padha teka|matur nuwun Pak Lurah, dalane wis alus|pasar esuk rame, rega lombok mudhun|bocah-bocah lagi lomba tembang dolanan"""),
    "su": parts("""ulah kabawa ku {harm}, karunya ka kulawarga|nu beunghar mah bandarna, nu maen mah beuki sangsara|tatangga abdi dugi ka
    ngical motor kusabab {harm}|atos tobat tina {harm}, ayeuna mah usaha|naha masih aya nu percanten kana {harm}|artos gajih seep ku
    {harm}, sedih pisan|enjing aya posyandu di bale desa, hayu sumping|hatur nuhun Pak Camat, jalanna atos sae|barudak nuju diajar
    angklung di sakola|hujan ageung ti peuting, mugia teu banjir"""),
    "bjn": parts("""jangan umpat {harm}, kasian anak bini di rumah|nang sugih tu bandarnya, nang main tambah susah|ada urang kampung ditangkap
    polisi gara-gara {harm}|ulun sudah kapok main {harm}, wayah ini badagang haja|kanapa masih haja urang parcaya {harm}|duit habis gasan
    {harm}, banyu mata haja lagi|isuk ada gotong royong di kampung, ayu datangan|tarima kasih pambakal, jalannya sudah baik|
    kakanakan lagi balomba balogo|iwak haruan di pasar larang banar"""),
    "min": parts("""jan sampai takanai {harm}, ibo anak bini di rumah|nan kayo tu bandarnyo, nan main makin sansaro|urang kampuang ditangkok
    polisi dek {harm}|ambo lah kapok main {harm}, kini manggaleh sajo|baa kok masih ado nan picayo jo {harm}|pitih abih dek {harm},
    manyasa kudian|bisuak ado gotong royong di surau, mari basamo|tarimo kasih Pak Wali, jalan lah rancak|anak-anak sadang latihan randai|
    harago lado naiak baliak"""),
    "ban": parts("""eda milu {harm}, olas pianak kurenane jumah|ane sugih bandarne, ane main buin lacur|timpal tiange ejuk polisi krana {harm}|
    tiang suba kapok main {harm}|nguda enu ada anak percaya teken {harm}|bin mani wenten ngayah di banjar, ngiring sareng-sareng|
    matur suksma Pak Perbekel, margine sampun becik|alit-alite sedeng melajah megambel"""),
    "bug": parts("""aja mumaccule {harm}, makkasing ana'mu|narekko maccule {harm} doi'mu cappu|engka tau nitangkap polisi nasaba {harm}|
    baja engka gotong royong ri kampongnge, laoki|tarima kasi Pak Desa, makanja'ni lalengnge|ana'-ana'e maguru mangaji"""),
    "ms": parts("""jangan terpedaya dengan {harm}, kasihan keluarga|yang kaya hanyalah tauke, yang bermain papa kedana|polis tahan tiga lelaki
    kerana {harm}|saya sudah insaf dari {harm}|kenapa masih ramai percaya {harm}|esok ada gotong-royong di surau, jom datang|terima kasih
    tok ketua, jalan kampung sudah elok|harga ikan naik lagi minggu ini|keputusan peperiksaan keluar hari ini, semoga berjaya"""),
    "en": parts("""online gambling ruins families, please stop|the house always wins, everyone else pays|police arrested three men for running
    a {harm} site|I quit {harm} a year ago and never looked back|why do people still believe in {harm}|my brother lost his savings to
    {harm}|the village meeting starts at nine tomorrow|thank you for fixing the road so quickly|our students won the science fair|
    the new slot for vaccination opens on Monday|prices at the market went up again"""),
    "tl": parts("""huwag magpadala sa online sugal, kawawa ang pamilya|nahuli ng pulis ang tatlong nagpapatakbo ng sugal|tumigil na ako sa
    pagsusugal, salamat sa Diyos|may libreng bakuna bukas sa barangay, punta kayo|salamat po kapitan sa maayos na kalsada|
    nanalo ang mga bata sa paligsahan|tumaas na naman ang presyo ng bigas"""),
}
MONEY = parts("""Harga emas hari ini Rp {b}.000 per gram, {move} Rp {r}.000|Saham {code} {move} {s} persen ke level {b}, rekomendasi {b}-{b2}|
{shop} menggelar diskon sampai {d} persen, {thing} dari Rp {b}.000 jadi Rp {b2}.000/unit|Pemegang kartu kredit Bank {bank} mendapat tambahan
potongan {d} persen, syarat dan ketentuan berlaku|Bank {bank} dan Bank {bank2} menandatangani perjanjian kredit Rp {n} triliun|Bantuan langsung
tunai Rp {r}0.000 cair lewat PT Pos dan bank penyalur|Cara cek penerima bantuan sosial: masukkan NIK di situs resmi lalu klik cari|
Kementerian menyalurkan bantuan {n} ribu paket sembako bagi korban banjir|Cara transfer dari dompet digital ke rekening bank: pilih menu
kirim, masukkan nomor rekening, lalu konfirmasi|Dividen tunai Rp {r} per saham dibagikan bulan depan|Kurs rupiah {move} ke Rp 16.{r} per dolar|
Donasi pembangunan masjid dapat dikirim ke rekening {acc} bank {bank} atas nama yayasan|Pesanan anda nomor {acc} sudah kami
proses, mohon menunggu kiriman kurir|Isi pulsa Rp {r}.000 berhasil, SN {acc}|Kode OTP anda {b}{s}, jangan berikan kepada siapa pun|Saya sudah
transfer ke rekening {bank} tapi saldo belum masuk, tolong dibantu|Tolong dicek pengaduan nomor {acc} belum ada jawaban|Cicilan 0 persen
{s} bulan dengan kartu Bank {bank}|Dana BOS tahap {s} sebesar Rp {n} miliar sudah masuk rekening sekolah|Realisasi anggaran {d} persen dari
Rp {n} triliun|Program hibah {office} memberi modal Rp {s} juta untuk {n} pelaku usaha|Undang-Undang Nomor {s} Tahun 20{d} mengatur keterbukaan
informasi publik|Pajak kendaraan bisa dibayar lewat QRIS, gerai, atau aplikasi|Beasiswa untuk {n} mahasiswa diserahkan rektor, {day}|Gubernur
resmikan jembatan senilai Rp {n} miliar|Kapal LNG berkapasitas {b}.000 meter kubik bersandar di Bontang|{n} blok migas ditawarkan lewat lelang|
Timnas menang {s}-0 dan lolos ke babak {d} besar|Jadwal siaran langsung Liga 1 pekan {s}: pukul 19.00 Wita|Hasil kualifikasi: tiga tim raih poin
penuh|Ramalan cuaca: hujan ringan, suhu {d} derajat|{s} Fakta Menarik Film yang Tayang {month} 2026|Ini {s} Cara Merawat {thing} agar Awet|
Dijual {thing} bekas masih mulus, minat hubungi {wa}|Rumah dikontrakkan dekat kampus, hubungi pemilik {wa}|Terima pesanan katering dan
kue, WA {wa}|Hilang dompet berisi KTP, yang menemukan mohon hubungi {wa}|Sedia pupuk organik, antar gratis, telepon {wa}|Pengumuman pemenang
undian nomor {n}{b}, hadiah diambil di sekretariat|Spesifikasi dan Harga {thing} Terbaru, Cocok untuk Main Gim|Zodiak Hari Ini: Taurus Penuh Kejutan|Viral Anak {n} Bulan Lancar Baca, Netizen Kagum""")
TAGS = parts("""HUTRI{y}|CPNS20{y2}|PPPK20{y2}|PON20{y2}|MTQN{s}|Covid19|COVID19Indonesia|G20Indonesia|PPKM{s}|Kaltim20{y2}|FunRun{s}K|
Angkatan{y}|SMAN{s}|Liga{s}|U{y2}|SDGs2030|RPJMD20{y2}|Erau20{y2}|Porprov{s}|Kodim0{n}|Persiba19{y}|IKN20{y2}|Asta{s}|B40|5GIndonesia|
hari{n}|part{s}|vlog{n}|eps{n}|team{n}|alumni{y}|Gen{s}|Polri{y}|TNI{y}|Merdeka{y}|Haornas{y}|HGN{y}|Pemilu20{y2}|F1GP{s}|
BTS{s}ever|Ariana{y}|jkt{n}|kelas{s}b|ruang{n}|Halal2026|Mudik20{y2}|Posyandu{s}SPM|Gerak{n}Hari|Top{n}Inovasi|NCT{n}|samsungA{s}4|redmi{s}pro|vario{n}|iphone{s}|nmax{n}|Juara{s}|menang{s}kali""")
TAGGED = parts("""vaksinasi lancar hari ini|selamat bertanding adik-adik|dokumentasi kegiatan kemarin|bangga jadi bagian dari acara ini|
semangat terus|akhirnya lulus juga|nonton bareng teman-teman|berani vaksin lawan virus|ayo sukseskan|pagi ceria di lapangan|lagu favorit
sepanjang masa|episode kali ini lucu banget|ditunggu kelanjutannya|upacara berjalan khidmat|main game bareng adik|hadiahnya sudah
diterima, terima kasih|dapat tiket konser, beruntung sekali|bagusan mana menurut kalian|menang lawan tim tetangga|isi paket data dapat bonus kuota|yuk ikut meramaikan|keren banget timnya|terima kasih relawan""")
EMOJI = "📢 🎉 ✨ 🙏 😂 😭 🔥 💪 ❤️ 👍 🇮🇩 🤲 😅 ⚠️".split()


def fill(part, dice):
    names = dict(
        harm=dice.choice(HARM), n=dice.choice([2, 3, 5, 12, 20, 37, 50, 120, 300]), s=dice.randint(1, 9),
        day=dice.choice(parts("Senin|Selasa|Rabu|Kamis|Jumat")), b=dice.randint(1000, 9900), b2=dice.randint(1000, 9900),
        r=dice.choice([10, 25, 31, 50, 90, 150, 270, 300]), d=dice.choice([10, 20, 25, 28, 40, 50]), y=dice.randint(71, 99),
        y2=dice.randint(20, 30), move=dice.choice(parts("naik|turun|menguat|melemah")), code=dice.choice(parts("BBCA|MDKA|GOTO|ANTM|INTP")),
        shop=dice.choice(parts("Toko serba ada|Toko elektronik|Pasar murah|Koperasi|Supermarket")), acc=dice.randint(10**9, 10**12),
        wa=f"08{dice.choice([12, 13, 21, 52])}{dice.randint(10**7, 10**8 - 1)}",
        thing=dice.choice(parts("kulkas dua pintu|sepeda lipat|mesin cuci|televisi 43 inci|ponsel|motor matik|kamera|laptop|AC")),
        bank=dice.choice(parts("Mandiri|BRI|BNI|BCA|Muamalat|BSI|Kaltimtara")), bank2=dice.choice(parts("DKI|BTN|Sumut|CIMB Niaga|Jatim")),
        office=dice.choice(OFFICE), month=dice.choice(parts("Januari|Mei|Oktober")))
    return part.format(**names)


def bold(text):
    """The mathematical letters and digits that designers of posters like."""
    def styled(letter):
        first, plain = (0x1D7EC, "0") if letter.isdigit() else (0x1D5D4, "A") if letter.isupper() else (0x1D5EE, "a")
        return chr(first + ord(letter) - ord(plain)) if letter.isascii() and letter.isalnum() else letter
    return "".join(map(styled, text))


def site(dice):
    stem = "".join(dice.choice("bcdgjklmprst") + dice.choice("aiueo") for _ in range(dice.randint(2, 3)))
    return stem.upper() + dice.choice(["88", "77", "4D", "WIN", "TOTO", "SLOT"])


def about_gambling(dice):
    kind = dice.randrange(8)
    harm, people = dice.choice(HARM), dice.choice(PEOPLE)
    if kind == 0:
        text = f"{dice.choice(WHY)} {people} {dice.choice(STILL)} {harm}?"
    elif kind == 1:
        text = f"{dice.choice(ABOUT)} {harm}?".capitalize()
    elif kind == 2:
        where = f" di situs {site(dice)}" if dice.random() < 0.15 else ""
        text = f"{harm}{where} {dice.choice(COST)}.".capitalize() if not where else f"{harm}{where} {dice.choice(COST)}."
    elif kind == 3:
        text = f"{dice.choice(['Ingat,', 'Sadarilah,', 'Faktanya', 'Menurut penelitian,', 'Tahukah kamu,', ''])} {harm} {dice.choice(COST)}. {dice.choice(INSTEAD)}."
    elif kind == 4:
        text = f"{dice.choice(OFFICE)} {fill(dice.choice(DID), dice)}, {dice.choice(SAID)}".strip(", ")
    elif kind == 5:
        text = dice.choice(STORY)
    elif kind == 6:
        text = f"{dice.choice(['Jangan tergiur', 'Stop', 'Tolak', 'Jauhi', 'Waspadai', 'Lawan'])} {harm}! {dice.choice(INSTEAD)}"
    else:
        text = dice.choice(INSTEAD) + f" daripada {dice.choice(['main', 'mencoba', 'berharap pada'])} {harm}, karena {dice.choice(COST)}."
    return fill(text, dice)


def post(dice):
    kind = dice.random()
    if kind < 0.45:
        text = about_gambling(dice)
    elif kind < 0.6:
        text = fill(dice.choice(dice.choice(list(LOCAL.values()))), dice)
    elif kind < 0.8:
        text = ". ".join(fill(dice.choice(MONEY), dice) for _ in range(dice.choice([1, 1, 2, 3])))
    else:
        tags = " ".join(dice.choice(["#", "#", "#", ""]) + fill(dice.choice(TAGS), dice) for _ in range(dice.choice([1, 1, 2, 3])))
        text = f"{dice.choice(TAGGED)} {tags}" if dice.random() < 0.8 else f"{tags} {dice.choice(TAGGED)}"
    if kind > 0.6 and dice.random() < 0.1:
        text = bold(text)
    return text + (" " + dice.choice(EMOJI) if dice.random() < 0.2 else "")


def main():
    dice = random.Random(20261127)
    for number in range(int(sys.argv[1]) if len(sys.argv) > 1 else 6000):
        print(json.dumps({"id": str(number + 1), "text": post(dice), "label": "benign"}, ensure_ascii=False))


if __name__ == "__main__":
    main()
