/// One figure at one size.
struct Figure {
  let name: String
  let unit: String
  let size: Int
  let value: Double
}

/// All figures, as a table and as JSON.
struct Report {
  private(set) var figures: [Figure] = []

  mutating func add(_ name: String, _ unit: String, _ size: Int, _ value: Double?) {
    guard let value, value.isFinite else { return }
    figures.append(Figure(name: name, unit: unit, size: size, value: value))
  }

  func value(_ name: String, _ size: Int) -> Double? {
    figures.first { $0.name == name && $0.size == size }?.value
  }

  var sizes: [Int] { Array(Set(figures.map(\.size))).sorted().filter { $0 > 0 } }

  /// Figures as rows, sizes as columns, in Markdown; ratios come first.
  var table: String {
    var names: [(name: String, unit: String)] = []
    for figure in figures
    where figure.size > 0 && !names.contains(where: { $0.name == figure.name }) {
      names.append((figure.name, figure.unit))
    }
    let ratios = names.filter { $0.unit == "×" }
    let others = names.filter { $0.unit != "×" }
    var lines = [
      "| | " + sizes.map { "\($0)" }.joined(separator: " | ") + " | growth |",
      "|---|" + sizes.map { _ in "---:|" }.joined() + "---|",
    ]
    for (name, unit) in ratios + others {
      let cells = sizes.map { value(name, $0).map { Self.text($0, unit) } ?? "" }
      lines.append("| \(name) | \(cells.joined(separator: " | ")) | \(growth(name, unit)) |")
    }
    let single = figures.filter { $0.size == 0 }.map {
      "\($0.name): \(Self.text($0.value, $0.unit))"
    }
    return (lines + [""] + single).joined(separator: "\n") + "\n"
  }

  /// How a figure grows: R² of a line through the sizes with its start and its rise for a thousand,
  /// or that it does not grow. Of what is counted a contribution, and of the slowest in a hundred,
  /// a line would say nothing.
  private func growth(_ name: String, _ unit: String) -> String {
    let points = sizes.compactMap { size in
      value(name, size).map { (size: Double(size), value: $0) }
    }
    guard points.count > 2, unit != "×", let least = points.map(\.value).min(),
      let most = points.map(\.value).max(), !name.hasSuffix("a contribution")
    else { return "" }
    if most < least * 5 { return "flat" }
    if name.hasSuffix("p99") { return "" }
    let fit = LinearFit(points)
    let start = fit.start < 0 ? "" : Self.digits(fit.start, 1) + " + "
    return
      "R² \(Self.digits(fit.r2, 4)): \(start)\(Self.digits(fit.slope * 1000, 2)) \(unit) a thousand"
  }

  var json: String {
    let entries = figures.map {
      "  {\"name\": \"\($0.name)\", \"unit\": \"\($0.unit)\", \"contributions\": \($0.size), "
        + "\"value\": \($0.value)}"
    }
    return "[\n" + entries.joined(separator: ",\n") + "\n]\n"
  }

  private static func text(_ value: Double, _ unit: String) -> String {
    digits(value, value < 1 ? 2 : value < 100 ? 1 : 0) + (unit == "×" ? " ×" : " \(unit)")
  }

  private static func digits(_ value: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let whole = Int((value * scale).rounded())
    let fraction = String(whole % Int(scale))
    if count == 0 { return String(whole) }
    let zeros = String(repeating: "0", count: count - fraction.count)
    return "\(whole / Int(scale)).\(zeros)\(fraction)"
  }
}
