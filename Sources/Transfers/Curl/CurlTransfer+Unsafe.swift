// One libcurl easy handle with everything it points at.
//
// Invariants
// - libcurl calls back only from inside curl_multi_perform, curl_multi_remove_handle and curl_multi_cleanup, and those
//   are called only on the loop thread, which owns every CurlTransfer: no lock is needed.
// - The context of all callbacks and CURLOPT_PRIVATE is an unretained pointer to the CurlTransfer. CurlMulti holds the
//   object strongly from before the handle is added until after it is removed, so the pointer is valid in every call.
// - The lists of headers, recipients and addresses and the error buffer live as long as the object and are freed after
//   the handle.
// - libcurl copies strings and the body (COPYPOSTFIELDS); nothing else of ours is pointed at.
import CCurl

/// An exchange while it runs.
final class CurlTransfer {
  let ticket: Int
  let exchange: Exchange
  let handle: UnsafeMutableRawPointer

  private var assembly: ResponseAssembly
  private let addressGuard: AddressGuard
  /// The last address the guard turned down.
  private var refused: (address: String, kind: AddressKind?)?
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private var recipientList: UnsafeMutablePointer<curl_slist>?
  /// What libcurl has not yet read of a message.
  private var unsent: ArraySlice<UInt8>
  private var addressList: UnsafeMutablePointer<curl_slist>?
  private let errorBuffer: UnsafeMutablePointer<CChar>

  /// Nil when libcurl is out of memory or rejects an option.
  init?(ticket: Int, exchange: Exchange, settings: CurlSettings) {
    guard let handle = curl_easy_init() else { return nil }
    self.ticket = ticket
    self.exchange = exchange
    self.handle = handle
    assembly = ResponseAssembly(limits: exchange.limits)
    addressGuard = settings.addressGuard
    unsent = (exchange.mail?.message ?? [])[...]
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    var options = CurlOptions(handle: handle)
    options.apply(settings)
    options.apply(exchange)
    setHeaders(settings: settings, options: &options)
    if let address = settings.resolver?(exchange.url.host) { setAddress(address, options: &options) }
    setCallbacks(options: &options)
    if let mail = exchange.mail { setMail(mail, options: &options) }
    guard options.accepted else { return nil }
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headerList)
    curl_slist_free_all(recipientList)
    curl_slist_free_all(addressList)
    errorBuffer.deallocate()
  }

  private func setHeaders(settings: CurlSettings, options: inout CurlOptions) {
    // An empty value takes a field out: no waiting for "100 Continue" before a body.
    for line in ["Expect:"] + exchange.headers.fields.map({ $0.headerLine }) {
      guard let longer = curl_slist_append(headerList, line) else { return options.accepted = false }
      headerList = longer
    }
    options.check(ccurl_set_list(handle, CURLOPT_HTTPHEADER, headerList))
  }

  private func setAddress(_ address: String, options: inout CurlOptions) {
    addressList = curl_slist_append(nil, "\(exchange.url.host):\(exchange.url.port):\(address)")
    options.check(ccurl_set_list(handle, CURLOPT_RESOLVE, addressList))
  }

  private func setCallbacks(options: inout CurlOptions) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PRIVATE] {
      options.check(ccurl_set_pointer(handle, option, context))
    }
    options.check(ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorBuffer))
    options.check(
      ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        CurlTransfer.at(context).accepts(bytes, size * count) { $0.addBody($1) }
      }
    )
    options.check(
      ccurl_set_data_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        CurlTransfer.at(context).accepts(bytes, size * count) { $0.addHeaderLine($1) }
      }
    )
    options.check(
      ccurl_set_socket_callback(handle, CURLOPT_OPENSOCKETFUNCTION) { context, _, address in
        CurlTransfer.at(context).openSocket(address)
      }
    )
  }

  private func setMail(_ mail: MailRequest, options: inout CurlOptions) {
    for recipient in mail.recipients {
      guard let longer = curl_slist_append(recipientList, recipient) else { return options.accepted = false }
      recipientList = longer
    }
    options.check(ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipientList))
    options.check(ccurl_set_pointer(handle, CURLOPT_READDATA, Unmanaged.passUnretained(self).toOpaque()))
    options.check(
      ccurl_set_data_callback(handle, CURLOPT_READFUNCTION) { buffer, size, count, context in
        CurlTransfer.at(context).read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
      }
    )
  }

  /// Hands libcurl the next bytes of the message; the number of bytes, 0 at the end.
  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let next = unsent.prefix(buffer.count)
    buffer.copyBytes(from: next)
    unsent = unsent.dropFirst(next.count)
    return next.count
  }

  /// The object behind a callback's context.
  static func at(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
    // libcurl hands back what `setCallbacks` gave it, which is never nil.
    Unmanaged<CurlTransfer>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// The number of bytes taken; anything but `count` makes libcurl stop.
  private func accepts(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ count: Int,
    _ add: (inout ResponseAssembly, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    if count == 0 { return 0 }
    return add(&assembly, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : 0
  }

  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let address else { return CURL_SOCKET_BAD }
    var bytes = [UInt8](repeating: 0, count: 128)
    bytes.removeSubrange(ccurl_copy_address(address, &bytes, bytes.count)...)
    guard let target = IPAddress(socketAddress: bytes) else {
      refused = ("of an unknown family", nil)
      return CURL_SOCKET_BAD
    }
    if let kind = addressGuard.refusal(of: target) {
      refused = (target.description, kind)
      return CURL_SOCKET_BAD
    }
    return ccurl_open_socket(address)
  }

  /// What the transfer brought, once libcurl says that it is done.
  func result(_ code: CURLcode, elapsed: Duration) -> Result<ExchangeReply, ExchangeFailure> {
    if let overflow = assembly.overflow { return .failure(.overflow(overflow, limits: exchange.limits)) }
    guard code == CURLE_OK else { return .failure(failure(code, elapsed: elapsed)) }
    return .success(
      ExchangeReply(
        status: long(CURLINFO_RESPONSE_CODE),
        headers: assembly.headers,
        body: assembly.body,
        remoteAddress: string(CURLINFO_PRIMARY_IP)
      )
    )
  }

  private func failure(_ code: CURLcode, elapsed: Duration) -> ExchangeFailure {
    if code == CURLE_COULDNT_CONNECT, let refused { return .refused(address: refused.address, kind: refused.kind) }
    // This is how libcurl reports a header line above its own limit.
    if code == CURLE_OUT_OF_MEMORY { return .overflow(.headersTooLarge, limits: exchange.limits) }
    if code == CURLE_OPERATION_TIMEDOUT {
      return .outOfTime(limits: exchange.limits, elapsed: elapsed, isConnected: isConnected)
    }
    let detail = errorBuffer.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errorBuffer)
    return ExchangeFailure(code, detail: detail)
  }

  /// Whether the connection stood and the request was about to be sent.
  private var isConnected: Bool {
    var microseconds: curl_off_t = 0
    return ccurl_get_offset(handle, CURLINFO_PRETRANSFER_TIME_T, &microseconds) == CURLE_OK && microseconds > 0
  }

  private func long(_ info: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  private func string(_ info: CURLINFO) -> String {
    var value: UnsafePointer<CChar>?
    guard ccurl_get_string(handle, info, &value) == CURLE_OK, let value else { return "" }
    return String(cString: value)
  }
}

extension HeaderFields.Field {
  /// libcurl takes `Name;` for a field with an empty value; `Name:` would remove it.
  fileprivate var headerLine: String { value.isEmpty ? "\(name);" : "\(name): \(value)" }
}
