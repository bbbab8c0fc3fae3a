import LetterReader

/// The words of the starter register, read from its file, with the areas of a test.
func vocabulary(areas: [KnownArea]) throws -> Vocabulary {
  let records = try starterTerms.get()
  let themes = records.filter { $0.type == "Theme" }.map {
    KnownTerm(
      id: $0["Id"], name: $0["Name"], words: $0.all("Word"), weakWords: $0.all("Weak"),
      exceptions: $0.all("Except"))
  }
  let agencies = records.filter { $0.type == "Agency" }.map {
    KnownTerm(
      id: $0["Id"], name: $0["Name"], words: $0.all("Word"), weakWords: $0.all("Weak"),
      exceptions: $0.all("Except"))
  }
  return Vocabulary(areas: areas, themes: themes, agencies: agencies)
}

/// The themes and agencies of the starter register, read once for all tests.
private let starterTerms = Result {
  RecFile.records(try Files.text(of: Files.repository + "/Sources/BuiltIn/starter.rec"))
    .filter { $0.type == "Theme" || $0.type == "Agency" }
}

/// As much of the rec format as the vocabulary uses.
enum RecFile {
  struct Record {
    let type: String
    var fields: [(name: String, value: String)] = []

    subscript(name: String) -> String { all(name).first ?? "" }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  }

  static func records(_ text: String) -> [Record] {
    var records: [Record] = []
    var type = ""
    for block in text.split(separator: "\n\n") {
      var record = Record(type: type)
      for line in block.split(separator: "\n") where !line.hasPrefix("#") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        if line.hasPrefix("%rec") { type = String(value) }
        record.fields.append((String(line[..<colon]), String(value)))
      }
      if record.fields.contains(where: { $0.name == "Id" }) { records.append(record) }
    }
    return records
  }
}
