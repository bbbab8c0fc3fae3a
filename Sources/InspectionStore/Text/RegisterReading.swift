import Dispatch
import InspectionModel
import RecText
import Synchronization

/// A register being read, in pieces that several threads decode at once and join in their order.
///
/// A piece is decoded before it is known which set of records its first belong to; the guess is that of the last
/// piece decoded, and a piece for which it was wrong is decoded again when its turn comes. So is, as one, all that
/// follows a cut that turns out to be in the middle of a record.
final class RegisterReading: Sendable {
  private let bytes: ArrivingBytes
  private let cutting: Mutex<Cutting>
  private let joining: Mutex<Joining>

  /// Small enough for the caches of a core, large enough that what a piece costs beside its bytes is nothing.
  static let pieceSize = 1 << 21

  private struct Cutting {
    var cutter: RecCutter
    var next = 0
    var isOver = false
    /// The set in force at the end of the last piece that was decoded, and which that was.
    var set: (piece: Int, name: String?) = (-1, nil)
  }

  fileprivate struct Joining: ~Copyable {
    var waiting: [Int: RegisterPiece] = [:]
    var next = 0
    var builder: RegisterBuilder
    var layouts: [RecPiece] = []
    var recordCount = 0
    var places: [RecordRuns] = RecordType.allCases.map { _ in RecordRuns() }
    var strangers: [Stranger] = []
    var set: String?
    var isOver = false
  }

  init(_ bytes: ArrivingBytes, pieceSize: Int = RegisterReading.pieceSize) {
    self.bytes = bytes
    cutting = Mutex(Cutting(cutter: RecCutter(pieceSize: pieceSize)))
    joining = Mutex(Joining(builder: RegisterBuilder(file: bytes.textBuffer)))
  }

  /// Reads all of it, on as many cores as there are; returns when it is done.
  func work() {
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      while let (number, range, set) = take() {
        let (prefix, _) = bytes.wait(beyond: range.upperBound - 1)
        let piece = RegisterPiece(
          UnsafeRawBufferPointer(rebasing: prefix[..<range.upperBound]), from: range.lowerBound,
          in: set)
        cutting.withLock { cutting in
          if number > cutting.set.piece { cutting.set = (number, piece.setAfter) }
        }
        join(piece, number)
      }
    }
  }

  // MARK: - Pieces

  /// The next piece to decode, and the set its first records are likely to belong to.
  private func take() -> (number: Int, range: Range<Int>, set: String?)? {
    cutting.withLock { cutting in
      while !cutting.isOver {
        let offset = cutting.cutter.offset
        let (prefix, isWhole) = bytes.wait(beyond: offset + cutting.cutter.pieceSize)
        if let range = cutting.cutter.next(in: prefix, isWhole: isWhole) {
          cutting.next += 1
          return (cutting.next - 1, range, cutting.set.name)
        }
        cutting.isOver = isWhole
      }
      return nil
    }
  }

  private func join(_ piece: RegisterPiece, _ number: Int) {
    joining.withLock { joining in
      joining.waiting[number] = piece
      while !joining.isOver, let piece = joining.waiting.removeValue(forKey: joining.next) {
        joining.next += 1
        join(piece, &joining)
      }
    }
  }

  private func join(_ piece: RegisterPiece, _ joining: inout Joining) {
    var piece = piece
    let range = piece.layout.range
    if !piece.layout.endsBetweenRecords, !isEnd(range.upperBound) {
      piece = readRest(from: range.lowerBound, in: joining.set)
      joining.isOver = true
    } else if piece.setBefore != joining.set {
      let (prefix, _) = bytes.wait(beyond: range.upperBound - 1)
      piece = RegisterPiece(
        UnsafeRawBufferPointer(rebasing: prefix[..<range.upperBound]), from: range.lowerBound,
        in: joining.set)
    }
    joining.add(piece)
  }

  private func isEnd(_ offset: Int) -> Bool {
    let (prefix, isWhole) = bytes.wait(beyond: offset)
    return isWhole && prefix.count == offset
  }

  /// Everything from a place on, as one piece: a cut before it was no place between records.
  private func readRest(from start: Int, in set: String?) -> RegisterPiece {
    cutting.withLock { $0.isOver = true }
    let (prefix, _) = bytes.wait(beyond: .max)
    return RegisterPiece(prefix, from: start, in: set)
  }

  // MARK: - The whole

  /// The register, once all of it is read.
  func finish(_ bytes: RecBytes, in marked: MarkedFile? = nil) -> ReadRegister {
    joining.withLock { joining in
      let document = RecDocument(bytes, pieces: joining.layouts)
      let (register, problems) = joining.finish(self.bytes.textBuffer)
      var strangers = joining.strangers
      for set in document.sets where set.isUnknown { strangers.append(Stranger(set: set)) }
      let text = RegisterText(document: document, places: joining.places)
      let diagnostics = Diagnostics(text: text, marked: marked).all(problems, strangers)
      return ReadRegister(
        text: text, register: register, diagnostics: diagnostics, marked: marked)
    }
  }
}

extension RegisterReading.Joining {
  fileprivate mutating func add(_ piece: RegisterPiece) {
    builder.add(piece.part)
    for type in places.indices { places[type].append(piece.places[type], from: recordCount) }
    strangers += piece.strangers.map { $0.moved(by: recordCount) }
    layouts.append(piece.layout)
    recordCount += piece.layout.recordCount
    set = piece.setAfter
  }

  fileprivate mutating func finish(_ file: TextBuffer) -> (Register, [RecordProblem]) {
    var builder = RegisterBuilder(file: file)
    swap(&builder, &self.builder)
    return builder.finish()
  }
}

extension RecSet {
  /// Whether it holds records of a type that the register does not know.
  fileprivate var isUnknown: Bool {
    !baseRecords.isEmpty && name.flatMap { RecordType(name: $0) } == nil
  }
}

extension ArrivingBytes {
  var textBuffer: TextBuffer { TextBuffer(buffer, ownedBy: self) }
}
