/// Names of months, weekdays, halves of the day and time zones.
///
/// Indonesian and English first, then the languages whose feeds turn up most. Names are in lower case without dots; a
/// month also counts by its beginning where that is unambiguous.
enum DateWords {
  /// 1…12 for the name of a month.
  static func month(_ word: String) -> Int64? { months[word] }

  /// 0…6 for the name of a weekday, Sunday first.
  static func weekday(_ word: String) -> Int64? { weekdays[word] }

  /// Seconds east of UTC of a named zone.
  static func zoneOffset(_ word: String) -> Int64? { zones[word].map { Int64($0 * 3600) } }

  /// Whether the word puts a time into the second half of the day; nil for any other word.
  static func halfOfDay(_ word: String) -> Bool? {
    switch word {
    case "am", "오전", "上午", "午前": false
    case "pm", "오후", "下午", "午後": true
    default: nil
    }
  }

  private static let months = numbered(
    [
      "januari jan january janvier janv januar jänner enero ene janeiro gennaio gen styczeń stycznia sty янв январь января"
        + " ιαν ιανουαρίου január oca ocak leden ledna",
      "februari pebruari feb peb february février févr fév fevrier februar febrero fevereiro fev febbraio luty lutego lut"
        + " фев февраль февраля φεβ φεβρουαρίου február febr şubat şub únor února",
      "maret mar march mars märz mrz mär marzo março maart mrt marca marzec mac март мар марта μάρ μαρ μαρτίου március"
        + " márc mart březen března",
      "april apr avril avr abril abr aprile kwietnia kwiecień kwi апр апрель апреля απρ απριλίου április ápr nisan nis"
        + " duben dubna",
      "mei may mai mayo maio maggio mag maj maja май мая μάι μαι μαϊ μάιος μαΐου május máj mayıs květen května",
      "juni jun june juin juinho junho junio giugno giu czerwca czerwiec cze июн июнь июня ιουν ιούν ιουνίου június jún"
        + " haziran haz červen června",
      "juli jul july juillet juil julho julio luglio lug lipca lipiec lip julai июл июль июля ιούλ ιουλ ιουλίου július júl"
        + " temmuz tem červenec července",
      "agustus agu ags agt agust ogos august aug août aout agosto ago augustus sierpnia sierpień sie авг август августа"
        + " αυγ αύγ αυγούστου augusztus ağustos ağu srpen srpna",
      "september sep sept septembre septiembre setembro set settembre września wrzesień wrz сен сент сентябрь сентября"
        + " σεπ σεπτεμβρίου szeptember szept eylül eyl září",
      "oktober okt october oct octobre octubre outubro out ottobre ott października październik paź окт октябрь октября"
        + " οκτ οκτωβρίου október ekim eki říjen října",
      "november nopember nov nop novembre noviembre novembro listopada listopad lis ноя ноябрь ноября νοε νοέ νοεμβρίου"
        + " kasım kas",
      "desember des december dec décembre déc decembre dezember dez diciembre dic dezembro dicembre disember dis grudnia"
        + " grudzień gru дек декабрь декабря δεκ δεκεμβρίου aralık ara prosinec prosince",
    ],
    from: 1
  )

  private static let weekdays = numbered(
    [
      "minggu min ahad sunday sun", "senin sen monday mon", "selasa sel tuesday tue tues", "rabu rab wednesday wed",
      "kamis kam thursday thu thur thurs", "jumat jum friday fri", "sabtu sab saturday sat",
    ],
    from: 0
  )

  /// Hours east of UTC. Western Indonesia is WIB, the centre WITA, the east WIT.
  private static let zones: [String: Double] = [
    "wib": 7, "wita": 8, "wit": 9,
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "uct": 0, "wet": 0, "zulu": 0,
    "at": -4, "et": -5, "ct": -6, "mt": -7, "pt": -8,
    "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10, "hdt": -9, "nst": -3.5, "ndt": -2.5, "brt": -3, "art": -3, "clt": -4,
    "west": 1, "cet": 1, "met": 1, "mez": 1, "bst": 1, "wat": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "cat": 2,
    "sast": 2, "eest": 3, "msk": 3, "trt": 3, "eat": 3, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75, "ict": 7,
    "sgt": 8, "myt": 8, "hkt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "acdt": 10.5, "aest": 10,
    "aedt": 11, "nzst": 12, "nzdt": 13,
  ]

  private static func numbered(_ rows: [String], from first: Int64) -> [String: Int64] {
    var numbers: [String: Int64] = [:]
    for (i, row) in rows.enumerated() {
      for name in row.split(separator: " ") { numbers[String(name)] = Int64(i) + first }
    }
    return numbers
  }
}
