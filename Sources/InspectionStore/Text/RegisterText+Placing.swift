import InspectionModel
import RecText

// Where new records go.

extension RegisterText {
  /// After the last record whose key comes before, so that the records stay in the order of their
  /// keys. A file that is in another order stays in it.
  mutating func placeForNew(
    _ row: Row, _ register: Register
  ) throws(RecWriteProblem) -> RecPlace {
    let set = try setIndex(of: row.type)
    guard let anchor = lastBefore(row, register) ?? document.sets[set].descriptor else {
      return .endOfSet(set)
    }
    let siblings = insertedAfter[anchor] ?? []
    let index = Self.firstIndex(in: siblings.count) { register.comesBefore(row, siblings[$0]) }
    insertedAfter[anchor, default: []].insert(row, at: index)
    return .after(index > 0 ? place(of: siblings[index - 1]) ?? anchor : anchor)
  }

  /// The record of the file that a new one follows.
  private func lastBefore(_ row: Row, _ register: Register) -> RecordID? {
    let places = places[Int(row.type.rawValue)]
    let index = Self.firstIndex(in: places.count) { number in
      !register.comesBefore(Row(type: row.type, number: number), row)
    }
    return index > 0 ? places[index - 1] : nil
  }

  /// By bisection, the first number for which a test holds that holds for all after it; `count` if
  /// there is none.
  private static func firstIndex(in count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The set of a type; one is begun, in its place among the others, where the file has none.
  private mutating func setIndex(of type: RecordType) throws(RecWriteProblem) -> Int {
    if let set = lastSet(of: type) { return set.index }
    let fields = SetDescriptor.fields(of: type)
    _ = try document.insert(fields, at: placeForSet(of: type))
    begun.append(document.sets[document.sets.count - 1])
    return document.sets.count - 1
  }

  /// After the last set of the types that come before, else before that of the next type that comes
  /// after; at the end where the file has neither.
  private func placeForSet(of type: RecordType) -> RecPlace {
    let types = RecordType.allCases
    let earlier = types.prefix(Int(type.rawValue)).reversed()
    if let set = earlier.lazy.compactMap(lastSet).first { return .endOfSet(set.index) }
    let later = types.dropFirst(Int(type.rawValue) + 1)
    if let set = later.lazy.compactMap(firstSet).first { return .beforeSet(set.index) }
    return .endOfSet(document.sets.last?.index ?? 0)
  }

  /// Undone to the last record, a set leaves nothing behind. O(records taken out of the sets
  /// begun).
  mutating func showBegunSets() {
    for set in begun {
      guard let descriptor = set.descriptor else { continue }
      let isEmpty = document.records(in: set).first { _ in true } == nil
      if isEmpty { document.remove(descriptor) } else { document.restore(descriptor) }
    }
  }

  func lastSet(of type: RecordType) -> RecSet? {
    document.sets.last { $0.name == type.name }
  }

  private func firstSet(of type: RecordType) -> RecSet? {
    document.sets.first { $0.name == type.name }
  }
}
