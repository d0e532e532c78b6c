import Glibc

extension TransferConfiguration {
  /// Why no engine can run with this, with what to do; nil when one can.
  var problem: String? {
    if contact.isEmpty {
      return "No contact is given. Set a web or mail address where owners of visited sites can reach you."
    }
    if !HeaderFields.Field(name: "User-Agent", value: userAgent).isWellFormed {
      return "Product or contact has characters that can't be sent. Remove line breaks and controls."
    }
    if let certificateFile, access(certificateFile, R_OK) != 0 {
      return "The certificate file \(certificateFile) can't be read. Correct its path or its permissions."
    }
    if let proxy, proxy.isEmpty || proxy.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
      return "The proxy address is empty or has spaces or controls. Use one like http://127.0.0.1:3128."
    }
    return nil
  }
}
