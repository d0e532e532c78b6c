import Testing

@testable import PostExports

/// What mail is made of.
@Suite("Mail")
struct MailTests {
  private func text(_ message: String) throws -> Item? { try items(message, .eml).first }

  private static let head = "From: a@b.example\nSubject: s\n"

  @Test(
    "bodies are decoded",
    arguments: [
      ("Content-Transfer-Encoding: base64\n\nTWFp\nbiA=\n", "Main"), ("\n  isi \n", "isi"),
      ("Content-Transfer-Encoding: Quoted-Printable\n\na=3Db =\nc= \nd\n", "a=b cd"),
      (
        "Content-Type: text/plain; charset=\"Windows-1252\"\nContent-Transfer-Encoding: quoted-printable\n\n=93x=94",
        "“x”"
      ),
      ("Content-Type: text/plain; charset=shift_jis\nContent-Transfer-Encoding: base64\n\ng1iDjYNi", "スロッ"),
      ("Content-Type: text/plain; charset=tiada\n\nhalo é", "halo é"),
      ("Content-Type: text/html\n\n<style>p{}</style><p>a<br>b &amp; c</p><!-- x -->", "a\nb & c"),
      (
        "Content-Type: multipart/mixed;\n boundary=\"b 1\"\n\npreamble\n--b 1\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<b>h</b>\n--c--\n--b 1\nContent-Type: text/plain\nContent-Disposition: attachment\n\nlampiran\n--b 1--\n",
        "h"
      ),
    ]
  )
  func bodies(message: (rest: String, body: String)) throws {
    #expect(try text(Self.head + message.rest) == .post(id: "1", text: "s\n" + message.body, line: 1))
  }

  @Test(
    "what can't be read says why",
    arguments: [
      ("Content-Transfer-Encoding: base64\n\nTWFp*biA=\n", "base64 that can't be decoded"),
      ("Content-Type: multipart/mixed; boundary=x\n\nisi\n", "a mail of several parts whose boundary is missing"),
      (
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nterpotong",
        "a mail whose text part has no end: cut off?"
      ),
      ("bukan kepala\n\nisi", "no mail headers"), ("Date: x", "mail headers without an end: cut off?"),
    ]
  )
  func faults(message: (rest: String, reason: String)) throws {
    #expect(try text(Self.head + message.rest) == .bad(line: 1, reason: message.reason))
  }

  @Test(
    "encoded words of headers",
    arguments: [
      ("=?utf-8?q?slot_=F0=9F=8E=B0?= =?UTF-8?B?IGdhY29y?= x", "slot 🎰 gacor x"),
      ("a =?iso-8859-1?Q?caf=E9?= b", "a café b"), ("=?utf-8?B?*?=", "=?utf-8?B?*?="), ("biasa", "biasa"),
    ]
  )
  func encodedWords(header: (value: String, text: String)) {
    #expect(String(decoding: EncodedWords.decoded(Array(header.value.utf8)), as: UTF8.self) == header.text)
  }
}
