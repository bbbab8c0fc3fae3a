public import RecText

/// What a file is to hold: bytes, or a document in the long runs that it is printed in. Those are
/// never put together, which for a register of gigabytes would take as many again.
public struct FileContents: Sendable {
  private enum Source: Sendable {
    case bytes([UInt8])
    case document(RecDocument)
  }

  private let source: Source
  /// Bytes.
  let count: Int

  /// Bytes that are there.
  public init(_ bytes: [UInt8]) { (source, count) = (.bytes(bytes), bytes.count) }

  /// A document as it is printed. O(edits).
  public init(_ document: RecDocument) {
    source = .document(document)
    var count = 0
    document.write { count += $0.count }
    self.count = count
  }

  /// Runs shorter than this are put together, up to the larger size: a call of the kernel takes as
  /// long as to copy them.
  private static let shortRun = 1 << 16
  private static let longRun = 1 << 20

  /// Gives all bytes in their order, in runs; each is valid only inside `body`, and after one that
  /// fails there is none.
  func forEachRun(
    _ body: (UnsafeRawBufferPointer) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    var problem: FileProblem?
    func give(_ run: UnsafeRawBufferPointer) {
      guard problem == nil, !run.isEmpty else { return }
      do throws(FileProblem) { try body(run) } catch { problem = error }
    }
    switch source {
    case .bytes(let bytes): bytes.withUnsafeBytes(give)
    case .document(let document):
      var short: [UInt8] = []
      document.write { run in
        let isShort = run.count < Self.shortRun
        if isShort { short += run }
        if !isShort || short.count >= Self.longRun {
          short.withUnsafeBytes(give)
          short.removeAll(keepingCapacity: true)
        }
        if !isShort { give(run) }
      }
      short.withUnsafeBytes(give)
    }
    if let problem { throw problem }
  }

  /// What tells them from others; one pass.
  func fingerprint() -> Fingerprint {
    var run = Fingerprint.Run()
    try? forEachRun { run.add($0) }
    return run.finish()
  }

  /// The bytes in one piece.
  var bytes: [UInt8] {
    switch source {
    case .bytes(let bytes): bytes
    case .document(let document): document.print()
    }
  }
}
