import BuiltIn
import InspectionModel
import InspectionStore
import RecText

/// The register that comes with the program.
enum Starter {
  /// Its text, as it is written to a new user's register.
  static var text: [UInt8] {
    Array(
      UnsafeBufferPointer(start: builtin_starter_register, count: builtin_starter_register_count))
  }

  /// The same without areas, inspections and what belongs to them: the frameworks, themes,
  /// agencies, criteria and bank holidays to begin with.
  static var emptyText: [UInt8] {
    var document = RecDocument(RecBytes(text))
    let kept = [RecordType.framework, .theme, .agency, .criterion, .holiday].map(\.name)
    for set in document.sets where set.name.map({ !kept.contains($0) }) ?? false {
      for record in set.baseRecords { document.remove(RecordID(record)) }
    }
    return document.print()
  }

  /// A register that holds nothing.
  static var nothing: Register { RegisterBuilder(file: .none).register }

  /// The register read, for its vocabulary.
  static var register: Register { RegisterReader.read(RecBytes(text)).register }
}
