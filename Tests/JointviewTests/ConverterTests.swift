import Glibc
import PseudoTerminal
import Testing

@testable import jointview

extension Home {
  /// Puts a program of a test's own in the place of pdftotext; the PATH it is on.
  func replacePoppler(_ script: String) -> String {
    let program = write("#!/bin/sh\n\(script)\n", to: "bin/pdftotext")
    chmod(program, 0o755)
    return "\(path)/bin:/usr/bin:/bin"
  }

  /// Reads a PDF through that program, and a text beside it.
  fileprivate func read(poppler script: String) -> Outcome {
    let search = replacePoppler(script)
    let pdf = write(Paper(of: wexmoorLetter).text, to: "letter.pdf")
    let text = write(wexmoorLetter, to: "letter.txt")
    return run(["-c", "PATH=\(search) \(programPath) read \(pdf) \(text)"], program: "/bin/sh")
  }
}

@Test(arguments: [
  ("exec yes", "pdftotext printed more than 16 MiB and was stopped"),
  ("echo half a letter; kill -SEGV $$", "pdftotext was ended by signal 11 (Segmentation fault)"),
  ("echo half a letter; exit 3", "pdftotext ended with exit code 3"),
  ("echo 'I/O Error: no' >&2; exit 1", "pdftotext cannot read this PDF (I/O Error: no)"),
  (
    "\(untilLimited); head -c 900000000 /dev/zero | tail -n 1",
    "pdftotext cannot read this PDF (tail: memory exhausted)"
  ),
  ("echo 'Out of memory' >&2; kill -ABRT $$", "pdftotext needs more than 512 MiB of memory for it"),
])
func `a pdftotext that fails is named with the file, and the others are read`(
  script: String, sentence: String
) {
  let home = Home()
  let outcome = home.read(poppler: script)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("\(home.path)/letter.pdf: "))
  #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  #expect(outcome.errors.hasSuffix("1 report read, 1 not\n"))
  #expect(outcome.output.contains("Wexmoor"))
}

@Test(arguments: ["-help", "-", "--", "-nosuch.pdf", "letter.pdf"])
func `a name is never taken for an option`(name: String) {
  let home = Home()
  home.write(Paper(of: wexmoorLetter).text, to: name)
  let script = "cd \(home.path) && \(programPath) read -- \(name)"
  let outcome = home.run(["-c", script], program: "/bin/sh")
  #expect(outcome.status == 0, "\(outcome.errors)")
  #expect(outcome.output.contains("Wexmoor"))
}

@Test func `letters that hang hold up nothing else, and leaving ends at once`() throws {
  let home = Home()
  let search = home.replacePoppler("mkdir -p \(home.path)/ids/$$; exec sleep 1000")
  defer { for id in home.ids { kill(id, SIGKILL) } }
  let pdf = home.write(Paper(of: wexmoorLetter).text, to: "letter.pdf")
  let terminal = try home.open(environment: ["PATH": search])
  // Shorter than what a letter gets: none is waited for.
  terminal.patience = 15
  for count in 1...8 {
    terminal.send("R\u{15}\(pdf)\r")
    try terminal.wait(for: "\(count) programs that hang") { _ in home.ids.count == count }
  }
  terminal.send("gm")
  try terminal.wait(for: "Agency by criterion")
  try terminal.leave()
}

extension Home {
  /// The processes that made folders named by their numbers; they may not write files.
  fileprivate var ids: [Int32] {
    Files.names(in: "\(path)/ids").compactMap { Int32($0) }
  }
}
