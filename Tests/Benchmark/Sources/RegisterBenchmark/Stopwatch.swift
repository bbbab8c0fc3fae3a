import Glibc

/// Milliseconds on a clock that only goes forward.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// The middle and the high end of some measurements.
struct Spread {
  let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var least: Double { sorted.first ?? .nan }
  var median: Double { sorted.isEmpty ? .nan : sorted[sorted.count / 2] }
  var p99: Double { sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }
}

/// A straight line through measurements at several sizes, and how well it fits.
struct LinearFit {
  let slope: Double
  /// What there would be at size 0: start-up.
  let start: Double
  /// 1 where all of the growth is in proportion to the size.
  let r2: Double

  init(_ points: [(size: Double, value: Double)]) {
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.size } / count
    let meanY = points.reduce(0) { $0 + $1.value } / count
    let xy = points.reduce(0) { $0 + ($1.size - meanX) * ($1.value - meanY) }
    let xx = points.reduce(0) { $0 + ($1.size - meanX) * ($1.size - meanX) }
    let yy = points.reduce(0) { $0 + ($1.value - meanY) * ($1.value - meanY) }
    slope = xx == 0 ? 0 : xy / xx
    start = meanY - slope * meanX
    r2 = xx == 0 || yy == 0 ? 1 : xy * xy / (xx * yy)
  }
}
