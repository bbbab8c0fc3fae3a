/// What the `%rec` line of a descriptor says: the name of a type, and perhaps the file or address
/// of more demands.
///
/// Source: `recfix --check` of recutils 1.9, case by case.
struct TypeHead {
  /// What is wrong with it, or passed over here.
  let faults: [RecBreach.Kind]

  init(_ value: String) {
    let words = value.split(whereSeparator: \.isRecBlank).map(String.init)
    let name = RecValue.firstWord(of: value)
    guard let first = words.first, !name.isEmpty,
      words.count == 1 || words.count == 2 && first == name
    else {
      faults = [.noRecordType(text: value.trimmingBlanks)]
      return
    }
    if words.count == 2 {
      faults = [.otherFile(words[1])]
    } else if value.first?.isRecBlank == true {
      faults = [.typeTakenForFile(first)]
    } else {
      faults = first == name ? [] : [.typeWithTail(name, text: first)]
    }
  }
}
