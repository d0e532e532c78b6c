import CKernels

/// The loops over every byte that are written for the processor's wider vectors (`CKernels`).
enum Kernels {
  /// Without them the same is done in Swift, which tests hold them against.
  static let areUsable = ckernels_are_usable()
}
