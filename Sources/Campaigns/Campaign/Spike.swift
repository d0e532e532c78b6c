import Foundation

/// Whether a count is more than chance explains, for counts with little data.
///
/// The Bayesian predictive test of outbreak surveillance (Riebler 2004; Höhle 2007, "surveillance", Computational
/// Statistics 22; there called `bayes`): windows are taken as Poisson with one unknown rate, the rate has Jeffreys'
/// prior Gamma(½, 0), so the count after `n` windows with sum `s` follows a negative binomial with size `s + ½` and
/// probability `n / (n + 1)`. It needs no variance estimate and works from a baseline of zeros, where a mean plus
/// standard deviations would fire at anything.
enum Spike {
  /// A rate learnt from fewer windows than this is no baseline.
  static let leastWindows = 3

  static func isSpike(_ count: Int, baseline: [Int], falseAlarms: Double) -> Bool {
    guard baseline.count >= leastWindows else { return false }
    return tail(of: count, baseline: baseline) <= falseAlarms
  }

  /// The probability, 0…1, of `count` or more posts in the next window.
  static func tail(of count: Int, baseline: [Int]) -> Double {
    let windows = Double(baseline.count)
    let size = Double(baseline.reduce(0, +)) + 0.5
    let logStay = log(windows / (windows + 1))
    let miss = 1 / (windows + 1)
    // The logarithm of the probability of exactly `count`, from there on by the ratio of neighbours.
    let k = Double(count)
    let first = lgamma(k + size) - lgamma(size) - lgamma(k + 1) + size * logStay + k * log(miss)
    let mean = size / windows
    if k <= mean { return 1 - head(below: count, size: size, logStay: logStay, miss: miss) }
    var sum = 0.0
    var term = exp(first)
    var next = k
    while term > sum * 1e-12, term > 0 {
      sum += term
      term *= (next + size) / (next + 1) * miss
      next += 1
    }
    return min(sum, 1)
  }

  /// The probability of less than `count`: below the mean the upper tail would be a long sum.
  private static func head(below count: Int, size: Double, logStay: Double, miss: Double) -> Double {
    var logTerm = size * logStay
    var sum = 0.0
    for k in 0..<max(count, 0) {
      sum += exp(logTerm)
      logTerm += log((Double(k) + size) / Double(k + 1) * miss)
    }
    return min(sum, 1)
  }
}
