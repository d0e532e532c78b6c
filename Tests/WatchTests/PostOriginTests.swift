import Foundation
import Storage
import Testing
import Transfers

@testable import Watch

@Suite("How an answer came")
struct PostOriginTests {
  private let now = Date(timeIntervalSince1970: 1_764_000_000)

  private func origin(_ response: TransferResponse, key: String? = nil) -> PostOrigin {
    PostOrigin(response, key: key, digest: "d", now: now)
  }

  @Test("telling headers are kept as they were, others and long ones not")
  func headers() {
    let long = String(repeating: "x", count: 5000)
    let response = TransferResponse(
      status: 200,
      headers: ["etag": "W/\"1\"", "Set-Cookie": "id=1", "Server": "nginx", "X-User": "Budi", "Via": long],
      finalURL: "https://desa.example/feed",
      remoteAddress: "203.0.113.7"
    )
    let origin = origin(response)
    #expect(origin.headers.map(\.name) == ["etag", "Server", "Via"])
    #expect(origin.headers[0].value == "W/\"1\"" && origin.headers[2].value.count == 300)
    #expect(origin.address == "203.0.113.7" && origin.status == 200 && origin.fetched == now)
  }

  @Test("keys and passwords are in no address")
  func secrets() {
    let response = TransferResponse(
      status: 200,
      finalURL: "https://warga:san@di@api.example/v1?key=r%2Fa&x=@1",
      redirects: [.init(from: "https://api.example/?key=r/a", status: 302, to: "https://u:p@api.example/v1?key=r%2Fa")]
    )
    let origin = origin(response, key: "r/a")
    #expect(origin.url == "https://api.example/v1?key={key}&x=@1")
    #expect(
      origin.redirects == [
        .init(from: "https://api.example/?key={key}", status: 302, to: "https://api.example/v1?key={key}")
      ]
    )
  }
}
