import ArgumentParser
import Transfers

/// How a single fetch uses the network.
struct FetchOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Private network that may be reached; may be repeated.", valueName: "block"))
  var allowPrivate: [String] = []

  @Option(help: "Web or mail address at which owners of visited sites can reach you; sent in the user agent.")
  var contact: String = "run by hand"

  static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.hasPrefix("http://") || text.hasPrefix("https://")
  }

  /// How the network is used.
  func network() throws -> TransferConfiguration {
    let blocks = try allowPrivate.map { text -> AddressBlock in
      guard let block = AddressBlock(text) else {
        throw Failure("--allow-private: `\(text)` is no network such as 127.0.0.1/32")
      }
      return block
    }
    return TransferConfiguration(contact: contact, allowedPrivateNetworks: blocks)
  }

  /// Fetches once. Anything but an answer with status 2xx is a failure with its reason.
  func fetch(_ url: String) async throws -> TransferResponse {
    let configuration = try network()
    let response: TransferResponse
    do throws(TransferError) {
      response = try await TransferEngine(configuration: configuration).send(TransferRequest(url: url))
    } catch {
      throw Failure("\(error)")
    }
    guard (200..<300).contains(response.status) else { throw Failure("\(url): \(Self.message(response))") }
    return response
  }

  private static func message(_ response: TransferResponse) -> String {
    switch response.status {
    case 401, 403, 451: "the server refuses us (HTTP \(response.status)); ask its owner"
    case 404: "there is nothing at this address (HTTP 404); try `ronda feed discover` on the site"
    case 410: "it is gone for good (HTTP 410)"
    case 429, 503:
      "the server asks to come back later (HTTP \(response.status)"
        + (response.headers["Retry-After"].map { ", Retry-After: \($0.prefix(40))" } ?? "") + ")"
    default: "the server answered HTTP \(response.status)"
    }
  }
}
