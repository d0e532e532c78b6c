import Benchmark
import CAllocationCount
import Glibc

/// What a thread has used so far: processor time, which a busy machine disturbs less than the clock on the wall, and memory
/// asked for.
struct Usage {
  var nanoseconds: Int
  var allocations: Int

  static var now: Usage {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Usage(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec, allocations: allocation_count())
  }

  static func - (end: Usage, start: Usage) -> Usage {
    Usage(nanoseconds: end.nanoseconds - start.nanoseconds, allocations: end.allocations - start.allocations)
  }
}

extension BenchmarkMetric {
  static let processorTime = BenchmarkMetric.custom("CPU ns")
  static let clockTime = BenchmarkMetric.custom("Clock ns")
  /// The package's own counter needs an allocator that is not among Debian's packages and reads 0 here.
  static let allocations = BenchmarkMetric.custom("Allocations")
}
