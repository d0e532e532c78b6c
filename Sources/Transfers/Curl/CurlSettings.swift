/// Gives the numeric address of a host; nil leaves it to the system.
typealias Resolver = @Sendable (String) -> String?

/// What an engine tells every transfer.
struct CurlSettings: Sendable {
  var userAgent: String
  var addressGuard: AddressGuard
  var proxy: String?
  var certificateFile: String?
  var resolver: Resolver?

  init(_ configuration: TransferConfiguration, resolver: Resolver?) {
    userAgent = configuration.userAgent
    addressGuard = AddressGuard(allowing: configuration.allowedPrivateNetworks)
    proxy = configuration.proxy
    certificateFile = configuration.certificateFile
    self.resolver = resolver
  }
}
