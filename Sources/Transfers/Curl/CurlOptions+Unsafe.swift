// The libcurl options of a transfer.
//
// Invariants
// - The handle outlives the value; libcurl copies every string and the body before the calls here return.
import CCurl

/// Sets options and remembers whether all were accepted.
struct CurlOptions {
  let handle: UnsafeMutableRawPointer
  var accepted = true

  init(handle: UnsafeMutableRawPointer) {
    self.handle = handle
  }

  mutating func check(_ code: CURLcode) {
    if code != CURLE_OK { accepted = false }
  }

  mutating func set(_ option: CURLoption, _ value: Int) {
    check(ccurl_set_long(handle, option, value))
  }

  mutating func set(_ option: CURLoption, _ value: String) {
    check(ccurl_set_string(handle, option, value))
  }

  /// What is the same for every transfer of an engine. No cookies, no referer, no following: they are off by default.
  mutating func apply(_ settings: CurlSettings) {
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_PROXY, settings.proxy ?? "")  // "" also switches off the proxies of the environment
    set(CURLOPT_USERAGENT, settings.userAgent)
    set(CURLOPT_ACCEPT_ENCODING, "gzip, br, zstd")
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_NOSIGNAL, 1)
    // Without it, cancelling would block the loop until a slow name resolution ends. The resolver thread then finishes
    // by itself and frees what it holds.
    set(CURLOPT_QUICK_EXIT, 1)
    // A source is polled minutes apart at the soonest, while libcurl walks all of its cache at every lookup: with 10,000
    // hosts that was a third of all CPU time.
    set(CURLOPT_DNS_CACHE_TIMEOUT, 0)
    if let file = settings.certificateFile {
      set(CURLOPT_CAINFO, file)
      check(ccurl_set_string(handle, CURLOPT_CAPATH, nil))
    }
  }

  /// What the exchange asks for.
  mutating func apply(_ exchange: Exchange) {
    set(CURLOPT_URL, exchange.url.text)
    set(CURLOPT_TIMEOUT_MS, exchange.limits.total.milliseconds)
    set(CURLOPT_CONNECTTIMEOUT_MS, exchange.limits.connect.milliseconds)
    // libcurl keeps a list of the connections of every host it ever met and walks all of them, empty ones too, whenever it
    // drops an idle connection for another. With 10,000 hosts that was half of all CPU time, and hosts that are polled
    // minutes apart close their end anyway.
    set(CURLOPT_FORBID_REUSE, exchange.keepsConnection ? 0 : 1)
    set(CURLOPT_LOW_SPEED_LIMIT, 100)
    set(CURLOPT_LOW_SPEED_TIME, max(1, exchange.limits.stall.milliseconds / 1000))
    if case .post(let body, _) = exchange.method { setBody(body) }
    if let mail = exchange.mail { apply(mail) }
  }

  /// What a mail server needs; the recipients and the message itself are the transfer's to keep.
  private mutating func apply(_ mail: MailRequest) {
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    set(CURLOPT_USE_SSL, Int((mail.security == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue))
    set(CURLOPT_HTTPPROXYTUNNEL, 1)
    set(CURLOPT_MAIL_FROM, mail.sender)
    if let login = mail.login {
      set(CURLOPT_USERNAME, login.user)
      set(CURLOPT_PASSWORD, login.password)
    }
    set(CURLOPT_UPLOAD, 1)
    check(ccurl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(mail.message.count)))
  }

  private mutating func setBody(_ body: [UInt8]) {
    set(CURLOPT_POST, 1)
    check(ccurl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
    // An empty array has no address, and without one libcurl would read the body from standard input.
    var bytes = body.isEmpty ? [0] : body
    check(ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, &bytes))
  }
}
