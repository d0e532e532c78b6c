import Foundation
import HarmClassifier

/// A model on disk: a line that names the format, a line of JSON that describes the model, the weights byte by byte, and
/// a checksum of all before it (FNV-1a, 64 bits, most significant byte first).
public enum NGramModelFile {
  /// The name of the model's file in a lexicon's directory.
  public static let name = "model.ronda"

  private static let format = "ronda n-gram model 1"
  private static let checksumLength = 8

  /// The second line.
  private struct Header: Codable {
    var version: String
    var slots: Int
    var labels: [Label]
  }

  private struct Label: Codable {
    var category: String
    var bias: Double
    var scale: Double
    var review_at: Double
    var harmful_at: Double
  }

  /// Why a model could not be read.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What is wrong with it, and what to do.
    public var message: String

    /// `file: message`.
    public var description: String { "\(path): \(message)" }
  }

  /// The bytes of a model's file; equal models give equal bytes.
  public static func bytes(of model: NGramModel) -> [UInt8] {
    let header = Header(
      version: model.version,
      slots: NGramModel.slotCount,
      labels: model.labels.map {
        Label(
          category: $0.category,
          bias: $0.bias,
          scale: $0.scale,
          review_at: $0.reviewAt,
          harmful_at: $0.harmfulAt
        )
      }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Encoding a value of numbers and strings cannot fail; finite numbers are the trainer's promise.
    let json = (try? encoder.encode(header)) ?? Data()
    var bytes = Array((format + "\n").utf8) + json + [0x0A]
    bytes += model.weights.map { UInt8(bitPattern: $0) }
    let sum = FNV1a(bytes.span).value
    return bytes + (0..<checksumLength).map { UInt8(truncatingIfNeeded: sum >> (56 - 8 * $0)) }
  }

  /// Reads a model. The file is mapped, checked and copied once.
  public static func load(_ path: String) throws(Failure) -> NGramModel {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw Failure(path: path, message: "cannot be read: \(error.localizedDescription)")
    }
    do throws(Reason) {
      return try read(Array(data))
    } catch {
      throw Failure(path: path, message: error.message)
    }
  }

  private struct Reason: Error {
    var message: String
  }

  private static func read(_ bytes: [UInt8]) throws(Reason) -> NGramModel {
    let start = format.utf8.count + 1
    guard bytes.starts(with: (format + "\n").utf8), let end = bytes[start...].firstIndex(of: 0x0A) else {
      throw Reason(message: "is no model of this program; train one with `ronda model train`")
    }
    let body = bytes.dropLast(checksumLength)
    let stored = bytes.suffix(checksumLength).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard end < body.endIndex, FNV1a(body.span).value == stored else {
      throw Reason(message: "is damaged: its checksum does not fit; copy it anew")
    }
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[start..<end])) else {
      throw Reason(message: "has a description that this program does not understand; train the model anew")
    }
    let labels = header.labels.map {
      NGramModel.Label(
        category: $0.category,
        bias: $0.bias,
        scale: $0.scale,
        reviewAt: $0.review_at,
        harmfulAt: $0.harmful_at
      )
    }
    var weights = [Int8](repeating: 0, count: body.endIndex - end - 1)
    for index in weights.indices { weights[index] = Int8(bitPattern: bytes[end + 1 + index]) }
    guard header.slots == NGramModel.slotCount,
      let model = NGramModel(version: header.version, labels: labels, weights: weights)
    else { throw Reason(message: "was made for another version of this program; train the model anew") }
    return model
  }
}
