/// `e` to the power `x`, without the C library: the core depends on nothing but the standard library.
///
/// `2^n` times a Taylor series for the rest, |r| ≤ ln 2 / 2; relative error below 1e-13 in the range scores need.
func exponential(_ x: Double) -> Double {
  guard x > -700 else { return 0 }
  guard x < 700 else { return .infinity }
  let ln2 = 0.693_147_180_559_945_3
  let power = (x / ln2).rounded()
  let rest = x - power * ln2
  var term = 1.0
  var sum = 1.0
  for step in 1...14 {
    term *= rest / Double(step)
    sum += term
  }
  return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
}
