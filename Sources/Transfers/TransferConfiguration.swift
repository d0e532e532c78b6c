/// How an engine behaves towards the network.
public struct TransferConfiguration: Sendable, Hashable {
  /// Where the owner of a visited site can reach whoever runs this: a web or mail address. Sent in the user agent.
  public var contact: String
  /// Name and version at the head of the user agent.
  public var product: String
  /// Blocks that may be reached although they aren't public. A list of names would not do: names can be pointed
  /// anywhere, addresses can't.
  public var allowedPrivateNetworks: [AddressBlock]
  /// Address of an HTTP or SOCKS proxy; environment variables are ignored. The proxy resolves names, so it has to guard
  /// them as well; the guard here still sees the proxy itself and addresses written as numbers.
  public var proxy: String?
  /// A PEM file with the certificates to trust instead of the system's.
  public var certificateFile: String?
  /// How many transfers run at once; more wait. At least 1.
  public var maximumInFlight: Int
  /// Rest between the end of one fetch and the start of the next transfer to the same host.
  public var hostSpacing: Duration

  /// Creates a configuration.
  public init(
    contact: String,
    product: String = "Ronda/1.0",
    allowedPrivateNetworks: [AddressBlock] = [],
    proxy: String? = nil,
    certificateFile: String? = nil,
    maximumInFlight: Int = 200,
    hostSpacing: Duration = .zero
  ) {
    self.contact = contact
    self.product = product
    self.allowedPrivateNetworks = allowedPrivateNetworks
    self.proxy = proxy
    self.certificateFile = certificateFile
    self.maximumInFlight = maximumInFlight
    self.hostSpacing = hostSpacing
  }

  /// The one user agent, for example `Ronda/1.0 (+https://diskominfo.example/ronda)`.
  public var userAgent: String { "\(product) (+\(contact))" }
}
