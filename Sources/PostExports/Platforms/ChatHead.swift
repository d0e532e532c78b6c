/// The start of a WhatsApp message: `12/03/24, 14.05 - Nama: teks` (Android) or `[12/03/24, 14.05.33] Name: text` (iOS).
struct ChatHead {
  /// The three numbers of the date as written.
  var date: (Int, Int, Int)
  var hour: Int
  var minute: Int
  /// Whether the hours count to twelve, as the United States write.
  var isTwelveHour: Bool
  /// Where the name begins.
  var end: Int

  /// Reads the head at the start of a line; nil when the line goes on with an earlier message.
  init?(_ bytes: Span<UInt8>, from: Int, to: Int) {
    var cursor = Cursor(at: from, end: to)
    cursor.skipMarks(bytes)
    let isBracketed = cursor.take(bytes, "[")
    guard let first = cursor.number(bytes, 1...4), cursor.takeAny(bytes, "/.-") else { return nil }
    guard let second = cursor.number(bytes, 1...2), cursor.takeAny(bytes, "/.-") else { return nil }
    guard let third = cursor.number(bytes, 2...4) else { return nil }
    date = (first, second, third)
    _ = cursor.take(bytes, ",")
    cursor.skipSpaces(bytes)
    guard var hour = cursor.number(bytes, 1...2), cursor.takeAny(bytes, ":.") else { return nil }
    guard let minute = cursor.number(bytes, 2...2), hour < 25, minute < 60 else { return nil }
    if cursor.takeAny(bytes, ":."), cursor.number(bytes, 2...2) == nil { return nil }
    cursor.skipSpaces(bytes)
    let isMorning = cursor.takeAny(bytes, "aA")
    isTwelveHour = isMorning || cursor.takeAny(bytes, "pP")
    if isTwelveHour {
      _ = cursor.take(bytes, ".")
      guard cursor.takeAny(bytes, "mM") else { return nil }
      _ = cursor.take(bytes, ".")
      hour = hour % 12 + (isMorning ? 0 : 12)
    }
    (self.hour, self.minute) = (hour, minute)
    if isBracketed {
      guard cursor.take(bytes, "]") else { return nil }
    } else {
      cursor.skipSpaces(bytes)
      guard cursor.take(bytes, "-") else { return nil }
    }
    cursor.skipSpaces(bytes)
    end = cursor.at
  }

  private struct Cursor {
    var at: Int
    let end: Int

    mutating func take(_ bytes: Span<UInt8>, _ letter: Unicode.Scalar) -> Bool {
      guard at < end, bytes[at] == UInt8(ascii: letter) else { return false }
      at += 1
      return true
    }

    mutating func takeAny(_ bytes: Span<UInt8>, _ letters: String) -> Bool {
      guard at < end, letters.utf8.contains(bytes[at]) else { return false }
      at += 1
      return true
    }

    mutating func number(_ bytes: Span<UInt8>, _ digits: ClosedRange<Int>) -> Int? {
      let start = at
      var value = 0
      while at < end, at - start < digits.upperBound, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[at] {
        value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
        at += 1
      }
      return digits.contains(at - start) ? value : nil
    }

    /// Blanks, also the narrow and the unbreakable (U+202F, U+00A0).
    mutating func skipSpaces(_ bytes: Span<UInt8>) {
      while at < end {
        if bytes[at] == Byte.space {
          at += 1
        } else if has(bytes, [0xC2, 0xA0]) {
          at += 2
        } else if has(
          bytes,
          [0xE2, 0x80, 0xAF]
        ) {
          at += 3
        } else {
          return
        }
      }
    }

    /// Left-to-right marks that iOS puts before a line.
    mutating func skipMarks(_ bytes: Span<UInt8>) {
      while has(bytes, [0xE2, 0x80, 0x8E]) { at += 3 }
    }

    private func has(_ bytes: Span<UInt8>, _ sequence: [UInt8]) -> Bool {
      at + sequence.count <= end && sequence.indices.allSatisfy { bytes[at + $0] == sequence[$0] }
    }
  }
}
