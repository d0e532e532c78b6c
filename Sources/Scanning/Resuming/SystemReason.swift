import Foundation

extension Error {
  /// The system's own words where a call failed, such as `No such file or directory`; Foundation's elsewhere.
  public var systemReason: String {
    let error = self as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    return cause.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(cause.code))) : localizedDescription
  }
}
