import Glibc
import Testing

@testable import jointview

/// Small enough to be reached soon; time is enough on a busy machine.
private let small = ProgramLimits(seconds: 60, output: 1 << 20, memory: 64 << 20, fileSize: 1 << 20)

/// The same, with little time.
private let hasty: ProgramLimits = {
  var limits = small
  limits.seconds = 2
  return limits
}()

private func shell(
  _ script: String, within limits: ProgramLimits = small
) async -> Result<OtherProgram.Result, OtherProgram.Problem> {
  await aside { OtherProgram.run(["/bin/sh", "-c", script], within: limits) }
}

/// Has a shell wait for its limits, which come when it has begun. Then `tail` fails, which keeps a
/// line to its end.
let untilLimited = "while [ $(ulimit -v) = unlimited ]; do :; done"

struct `A program that is run` {
  @Test func `has what it printed told apart, and its exit code`() async throws {
    let result = try await shell("echo out; echo err >&2; exit 3").get()
    #expect(String(decoding: result.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: result.errors, as: UTF8.self) == "err\n")
    #expect(result.ending == .exit(3))
    #expect(result.status == 3)
  }

  @Test func `has its signal told`() async throws {
    let result = try await shell("kill -ABRT $$").get()
    #expect(result.ending == .signal(SIGABRT))
    #expect(result.status == 134)
    #expect(result.ending.description == "was ended by signal 6 (Aborted)")
  }

  @Test func `may be missing`() async {
    await #expect(throws: OtherProgram.Problem.notStarted(ENOENT)) {
      try await aside { OtherProgram.run(["no-such-program"]) }.get()
    }
  }

  @Test func `prints a lot on both ends at once`() async throws {
    let half = "head -c 500000 /dev/zero"
    let result = try await shell("\(half) & \(half) >&2; wait; \(half); \(half) >&2").get()
    #expect(result.output.count == 1_000_000)
    #expect(result.errors.count == small.errors)
  }

  @Test(arguments: ["sleep 1000", "trap '' TERM; sleep 1000", "exec >&- 2>&-; sleep 1000"])
  func `is stopped when its time is over`(script: String) async {
    await #expect(throws: OtherProgram.Problem.tookLonger(than: 2)) {
      try await shell(script, within: hasty).get()
    }
  }

  @Test func `is stopped when it prints without end`() async {
    await #expect(throws: OtherProgram.Problem.printedMore(than: 1 << 20)) {
      try await shell("yes").get()
    }
    #expect(
      OtherProgram.Problem.printedMore(than: 1 << 20).description
        == "printed more than 1 MiB and was stopped")
  }

  @Test func `may complain as much as it likes`() async throws {
    let result = try await shell("head -c 5000000 /dev/zero >&2; echo done").get()
    #expect(result.errors.count == small.errors)
    #expect(String(decoding: result.output, as: UTF8.self) == "done\n")
  }

  @Test func `gets so much memory`() async throws {
    let result = try await shell("\(untilLimited); head -c 200000000 /dev/zero | tail -n 1").get()
    #expect(String(decoding: result.errors, as: UTF8.self).contains("memory exhausted"))
  }

  @Test func `gets so much of a disk`() async throws {
    let home = Home()
    let result = try await shell("\(untilLimited); head -c 5000000 /dev/zero > \(home.path)/file")
      .get()
    #expect(result.status != 0)
    #expect(home.read("file")?.utf8.count == small.fileSize)
  }

  @Test(arguments: ["true", "exec sleep 1000"])
  func `takes along what it started, which keeps its pipes`(rest: String) async throws {
    let home = Home()
    _ = await shell(
      "(trap '' TERM; exec sleep 1000) & echo $! > \(home.path)/id; \(rest)", within: hasty)
    let id = try #require(home.read("id").flatMap { Int32($0.dropLast()) })
    for _ in 0..<20_000 where isAlive(id) { usleep(1000) }
    #expect(!isAlive(id))
  }
}

/// Whether a process runs, and has not only not been asked about since its end.
private func isAlive(_ id: Int32) -> Bool {
  guard let file = fopen("/proc/\(id)/stat", "r") else { return false }
  defer { fclose(file) }
  var text = [UInt8](repeating: 0, count: 512)
  let count = fread(&text, 1, text.count, file)
  return !String(decoding: text.prefix(count), as: UTF8.self).contains(") Z ")
}
