import Foundation
import PseudoTerminal
import RecText

/// The real recutils, asked what they read in many texts at once.
struct Recsel {
  /// What recsel said of one text.
  struct Answer {
    /// Whether it read the text at all.
    var isAccepted: Bool
    /// Its records as S-expressions, or its message.
    var output: [UInt8]
  }

  /// Whether recsel is on the PATH.
  static let isInstalled = (try? run("command -v recsel")) == 0

  /// Asks recsel for the records of every text, in one shell.
  ///
  /// - Parameter options: goes before the file's name, such as `-t X`.
  static func read(_ texts: [[UInt8]], options: String = "") throws -> [Answer] {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: folder.appending(path: "\(index).rec"))
    }
    let read = "recsel --print-sexps \(options) $f > $f.out 2>&1 || : > $f.refused"
    // The offsets that recsel prints count some bytes twice, so they are taken out.
    let trim = "LC_ALL=C sed -i -E 's/^[(](record|field) [0-9]+/(\\1/' *.out"
    _ = try run("cd '\(folder.path)' && for f in *.rec; do \(read); done; \(trim)")
    return try texts.indices.map { index in
      let name = folder.appending(path: "\(index).rec").path
      return Answer(
        isAccepted: !FileManager.default.fileExists(atPath: name + ".refused"),
        output: [UInt8](try Data(contentsOf: URL(filePath: name + ".out"))))
    }
  }

  /// How `recfix --check` ends on every text: 0 where it approves, 1 where it refuses, more where
  /// it crashes.
  static func check(_ texts: [[UInt8]]) throws -> [Int] {
    try recfix(texts, "timeout 10 recfix --check $f > /dev/null 2>&1; echo $? > $f.out").map {
      Int($0.dropLast()) ?? -1
    }
  }

  /// The lines of which recfix says that something is wrong there.
  static func refusedLines(_ texts: [[UInt8]]) throws -> [Set<Int>] {
    try recfix(texts, "recfix --check $f 2> $f.out").map { messages in
      Set(messages.split(separator: "\n").compactMap { Int($0.split(separator: ":")[1]) })
    }
  }

  /// What a command on a file leaves beside it, for every text.
  private static func recfix(_ texts: [[UInt8]], _ command: String) throws -> [String] {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text).write(to: folder.appending(path: "\(index).rec"))
    }
    _ = try run("cd '\(folder.path)' && for f in *.rec; do \(command); done")
    return try texts.indices.map { index in
      let answer = try Data(contentsOf: folder.appending(path: "\(index).rec.out"))
      return String(decoding: answer, as: UTF8.self)
    }
  }

  /// The text as recdel writes it when it deletes nothing.
  static func rewrite(_ text: [UInt8], type: String) throws -> [UInt8] {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text).write(to: folder.appending(path: "in"))
    _ = try run("cd '\(folder.path)' && recdel -t \(type) -e '1 = 0' < in > out")
    return [UInt8](try Data(contentsOf: folder.appending(path: "out")))
  }

  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "recsel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func run(_ script: String) throws -> Int32 {
    // Patterns mean what the locale makes of them.
    let environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    let ending = ProgramRun.run(
      "/bin/sh", ["-c", script], environment: environment, output: "/dev/null", errors: "/dev/null")
    guard let ending else { throw Hanging(script: script) }
    return ending.code
  }

  /// A script did not end.
  private struct Hanging: Error { let script: String }
}

extension RecDocument {
  /// Records as `recsel --print-sexps` prints them, but for the offsets: quotes and backslashes
  /// escaped, line feeds as `\n`.
  func sexps(of records: some Sequence<Int>) -> [UInt8] {
    let printed = records.map { index -> [UInt8] in
      let fields = record(RecordID(index)).map { Array($0.fields) } ?? []
      let lines = fields.map { field in
        Array("(field \"\(field.name)\" \"".utf8) + quoted(field.valueBytes) + Array("\")".utf8)
      }
      return Array("(record (\n".utf8) + lines.joined(separator: [0x0A]) + Array("))\n".utf8)
    }
    return Array(printed.joined(separator: [0x0A]))
  }

  private func quoted(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0A: Array("\\n".utf8)
      case 0x22, 0x5C: [0x5C, byte]
      default: [byte]
      }
    }
  }
}
