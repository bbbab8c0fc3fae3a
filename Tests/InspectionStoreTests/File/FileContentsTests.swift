import RecText
import Seeded
import Testing

@testable import InspectionStore

@Suite struct `What is written to a file` {
  @Test func `a document is written as it is printed, short runs together`() throws {
    var text = ""
    for number in 0..<3000 { text += "Id: \(number)\nNote: \(number) said so\n\n" }
    text += "Id: long\nNote: " + String(repeating: "said so ", count: 20_000) + "\n"
    var document = RecDocument(RecBytes(Array(text.utf8)))
    for number in stride(from: 0, to: 3000, by: 7) {
      _ = try document.set("Note", to: ["read twice"], in: RecordID(number), order: ["Id", "Note"])
    }
    let contents = FileContents(document)
    var (written, runs) = ([UInt8](), 0)
    try contents.forEachRun { run in
      written += run
      runs += 1
    }
    #expect(written == document.print())
    #expect(contents.count == written.count)
    #expect(contents.fingerprint() == Fingerprint(of: written))
    #expect(runs < 5)
  }

  @Test func `bytes have one fingerprint, however they come`() {
    let seed: UInt64 = 20_261_125
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for count in [0, 1, 7, 8, 9, 100, 1000] {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      var (run, rest) = (Fingerprint.Run(), bytes[...])
      while !rest.isEmpty {
        let part = Array(rest.prefix(.random(in: 0...20, using: &random)))
        part.withUnsafeBytes { run.add($0) }
        rest = rest.dropFirst(part.count)
      }
      #expect(run.finish() == Fingerprint(of: bytes))
    }
  }

  @Test func `after a run that fails no other is given`() {
    let problem = FileProblem.missing(path: "/home/register.rec")
    var calls = 0
    #expect(throws: problem) {
      try FileContents([1]).forEachRun { (_) throws(FileProblem) in
        calls += 1
        throw problem
      }
    }
    #expect(calls == 1)
  }
}
