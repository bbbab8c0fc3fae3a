import Glibc
import InspectionModel
import InspectionStore

/// The folder of published reports: `$XDG_DATA_HOME/jointview/reports`.
///
/// Invariants:
/// 1. A file with a report's name is a whole PDF: it gets that name once it was looked at.
/// 2. What is still coming has a name of its own, by its address, so that two addresses never come
///    together in one file.
/// 3. Only one program fetches at a time.
struct ReportLibrary: Sendable {
  let folder: String

  /// One report to be had: of which inspection, where from, and under which name it is kept.
  struct Order: Hashable, Sendable {
    /// The key of the inspection.
    let inspection: String
    let address: WebAddress
    /// Without the folder.
    let name: String
  }

  /// The reports that inspections name by address, in their order.
  ///
  /// - Parameter mirror: stands in for scheme and host of each address.
  static func orders(of inspections: [Inspection], from mirror: WebAddress?) -> [Order] {
    inspections.flatMap { inspection in
      inspection.addresses(.report).enumerated().compactMap { index, address in
        mirror.map { address.moved(to: $0) } ?? address
      }.enumerated().map { index, address in
        Order(
          inspection: inspection.key, address: address, name: name(of: inspection.key, index + 1))
      }
    }
  }

  /// The name of the file: the key, and a number from the second report on.
  ///
  /// A key may be anything. What is no letter, digit or dash becomes a dash, and a fingerprint of
  /// the key then tells it from others.
  static func name(of key: String, _ number: Int) -> String {
    let plain = String(key.map { isPlain($0) ? $0 : "-" }.prefix(100))
    let mark = plain == key && !key.isEmpty ? "" : ".\(fingerprint(key))"
    return (plain.isEmpty ? "report" : plain) + mark + (number > 1 ? ".\(number)" : "") + ".pdf"
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "-"
  }

  /// The same on every machine.
  private static func fingerprint(_ text: String) -> String {
    var numbers = SplitMix(seed: 0, text: text)
    return String(numbers.next(), radix: 16)
  }

  // MARK: - Files

  func path(of order: Order) -> String { "\(folder)/\(order.name)" }

  /// Where a report is while it comes.
  func part(of order: Order) -> String {
    "\(folder)/\(order.name).\(Self.fingerprint(order.address.text))\(Self.partEnding)"
  }

  /// How the name of a file ends that is not whole yet.
  static let partEnding = ".part"

  /// Whether a report is there, by its content.
  func has(_ order: Order) -> Bool { PDFFile.isPDF(path(of: order)) }

  // MARK: - One at a time

  /// Takes the folder, and makes it where it is missing.
  ///
  /// - Returns: what holds it, until it is let go.
  func hold() throws(Failure) -> Hold {
    guard Files.makeFolder(folder) else {
      throw Failure("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
    }
    let lock: Descriptor?
    do throws(FileProblem) {
      lock = try PlainFile.lock(folder + "/.fetching")
    } catch {
      throw Failure(error)
    }
    guard let lock else { throw Failure("another jointview is fetching reports into \(folder)") }
    return Hold(lock)
  }

  /// The right to fetch into the folder, as long as it lives.
  final class Hold: Sendable {
    private let lock: Descriptor

    fileprivate init(_ lock: Descriptor) { self.lock = lock }

    deinit { PlainFile.letGo(lock) }
  }
}
