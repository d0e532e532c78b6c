import Foundation

extension Error {
  /// The system's own words where a call failed, such as `No such file or directory`; Foundation's elsewhere.
  public var systemReason: String {
    let error = self as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    let number = cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : (self as? CocoaError)?.systemNumber
    return number.map { String(cString: strerror($0)) } ?? localizedDescription
  }
}

extension CocoaError {
  /// What the system called it, where Foundation has a sentence of its own.
  fileprivate var systemNumber: Int32? {
    switch code {
    case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
    case .fileWriteNoPermission, .fileReadNoPermission: EACCES
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    default: nil
    }
  }
}
