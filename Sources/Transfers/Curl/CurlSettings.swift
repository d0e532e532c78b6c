/// What an engine tells every transfer.
struct CurlSettings: Sendable {
  var userAgent: String
  var addressGuard: AddressGuard
  var proxy: String?
  var certificateFile: String?

  init(_ configuration: TransferConfiguration) {
    userAgent = configuration.userAgent
    addressGuard = AddressGuard(allowing: configuration.allowedPrivateNetworks)
    proxy = configuration.proxy
    certificateFile = configuration.certificateFile
  }
}
