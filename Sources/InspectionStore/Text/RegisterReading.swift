import Dispatch
public import InspectionModel
import RecText
import Synchronization

/// A register being read, in pieces that several threads decode at once and join in their order.
///
/// A piece is decoded before it is known which set of records its first belong to; the guess is the
/// set that the text before it seems to open last, and a piece for which it was wrong is decoded
/// again when its turn comes. So is, as one, all that follows a cut that turns out to be in the
/// middle of a record.
public final class RegisterReading: Sendable {
  /// Is told what has been read so far: the records, and the share of the file's bytes, from 0 to
  /// 1. On any thread.
  public typealias Progress = @Sendable (Register, Double) -> Void

  let bytes: ArrivingBytes
  private let progress: Progress?
  private let cutting: Mutex<Cutting>
  /// Pieces that are decoded and not yet joined, by their number.
  private let waiting = Mutex<[Int: RegisterPiece]>([:])
  private let joining: Mutex<Joining>

  /// Small enough for the caches of a core, large enough that what a piece costs beside its bytes
  /// is nothing; of a small file so small that two cores have an equal share.
  private static func pieceSize(of count: Int) -> Int { count < 1 << 22 ? 1 << 19 : 1 << 21 }

  private struct Cutting {
    var cutter: RecCutter
    var next = 0
    var isOver = false
  }

  fileprivate struct Joining: ~Copyable {
    var next = 0
    var builder: RegisterBuilder
    var layouts: [RecPiece] = []
    var recordCount = 0
    var places: [RecordRuns] = RecordType.allCases.map { _ in RecordRuns() }
    var unknownItems: [UnknownItem] = []
    var set: String?
    var isOver = false
    var toldAt = ContinuousClock.now
  }

  init(
    _ bytes: ArrivingBytes, pieceSize: Int? = nil, _ progress: Progress? = nil
  ) {
    (self.bytes, self.progress) = (bytes, progress)
    let pieceSize = pieceSize ?? Self.pieceSize(of: bytes.buffer.count)
    cutting = Mutex(Cutting(cutter: RecCutter(pieceSize: pieceSize)))
    joining = Mutex(Joining(builder: RegisterBuilder(file: bytes.textBuffer)))
  }

  /// Reads all of it, on two cores where that pays; returns when it is done.
  func work() {
    let isSmall = bytes.buffer.count < 1 << 20
    DispatchQueue.concurrentPerform(iterations: isSmall ? 1 : 2) { _ in decode() }
  }

  /// Takes piece after piece until none is left; for each of the threads that do so at once.
  func decode() {
    while let (number, range, set) = nextPiece() {
      let (prefix, _) = bytes.wait(beyond: range.upperBound - 1)
      let piece = RegisterPiece(
        UnsafeRawBufferPointer(rebasing: prefix[..<range.upperBound]), from: range.lowerBound,
        in: set)
      join(piece, number)
    }
  }

  // MARK: - Pieces

  /// The next piece to decode, and the set its first records are likely to belong to.
  private func nextPiece() -> (number: Int, range: Range<Int>, set: String?)? {
    cutting.withLock { cutting in
      while !cutting.isOver {
        let offset = cutting.cutter.offset
        let (prefix, isWhole) = bytes.wait(beyond: offset + cutting.cutter.pieceSize)
        let set = cutting.cutter.set
        if let range = cutting.cutter.next(in: prefix, isWhole: isWhole) {
          cutting.next += 1
          return (cutting.next - 1, range, set)
        }
        cutting.isOver = isWhole
      }
      return nil
    }
  }

  /// Joins what is decoded of the next pieces. A thread that finds another at it leaves that its
  /// piece.
  private func join(_ piece: RegisterPiece, _ number: Int) {
    waiting.withLock { $0[number] = piece }
    joining.withLockIfAvailable { joinWaiting(&$0) }
  }

  private func joinWaiting(_ joining: inout Joining) {
    while !joining.isOver,
      let piece = waiting.withLock({ $0.removeValue(forKey: joining.next) })
    {
      joining.next += 1
      join(piece, &joining)
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
    tell(&joining, range.upperBound)
  }

  /// Tells how far it is, at most every twentieth of a second, as each telling is a frame and a
  /// copy of some pieces.
  private func tell(_ joining: inout Joining, _ done: Int) {
    guard let progress, joining.toldAt.duration(to: .now) > .milliseconds(50) else { return }
    progress(joining.builder.register, Double(done) / Double(max(1, bytes.buffer.count)))
    joining.toldAt = .now
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
      // The last may have been left to a thread that was just done.
      joinWaiting(&joining)
      let document = RecDocument(bytes, pieces: joining.layouts)
      joining.layouts = []
      let (register, problems) = joining.finish(self.bytes.textBuffer)
      var unknownItems = joining.unknownItems
      for set in document.sets where set.isUnknown { unknownItems.append(UnknownItem(set: set)) }
      let text = RegisterText(document: document, places: joining.places)
      let readingProblems = ReadingProblems(
        Diagnostics(text: text, marked: marked), problems, unknownItems)
      return ReadRegister(
        text: text, register: register, readingProblems: readingProblems, marked: marked)
    }
  }
}

extension RegisterReading.Joining {
  fileprivate mutating func add(_ piece: RegisterPiece) {
    builder.add(piece.part)
    for type in places.indices { places[type].append(piece.places[type], from: recordCount) }
    unknownItems += piece.unknownItems.map { $0.moved(by: recordCount) }
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
  /// Whether it holds records of a type that the register does not know. Of a type without a name
  /// its descriptor is told.
  fileprivate var isUnknown: Bool {
    !baseRecords.isEmpty && name != "" && name.flatMap { RecordType(name: $0) } == nil
  }
}

/// A reading that goes on beside the thread that brings the bytes.
struct BackgroundReading {
  private let reading: RegisterReading
  private let group = DispatchGroup()

  /// Files smaller than this are decoded before another thread would have begun.
  private static let smallest = 1 << 20
  private static let large = 1 << 22

  init(_ bytes: ArrivingBytes, _ progress: RegisterReading.Progress?) {
    reading = RegisterReading(bytes, progress)
    if bytes.buffer.count >= Self.smallest {
      DispatchQueue.global().async(group: group) { [reading] in reading.decode() }
    }
  }

  /// Helps with what is left and gives the register; nil if these are not the bytes it has read.
  func finish(_ bytes: RecBytes) -> ReadRegister? {
    reading.decode()
    group.wait()
    guard reading.bytes.buffer.baseAddress == bytes.buffer.baseAddress else { return nil }
    let read = RegisterReader.joined(reading.finish(bytes))
    // The pieces are gone; what they took would else stay with the process. Of a small file that
    // is little, and can wait until it is shown.
    if bytes.count >= Self.large { Memory.giveBack() }
    return read
  }
}

extension ArrivingBytes {
  var textBuffer: TextBuffer { TextBuffer(buffer, ownedBy: self) }
}
