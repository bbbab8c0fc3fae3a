import Glibc
import Testing

/// The first six letters by fieldwork, in the folder that JOINTVIEW_LETTERS names; not part of the
/// repository.
private let letters: [String] = {
  guard let folder = getenv("JOINTVIEW_LETTERS").map({ String(cString: $0) }) else { return [] }
  return [
    "80557_south_tyneside", "80536_oxfordshire", "80446_central_bedfordshire", "80492_croydon",
    "80485_liverpool", "80548_salford",
  ].map { "\(folder)/\($0).pdf" }.filter { access($0, R_OK) == 0 }
}()

@Test(
  .enabled(if: letters.count == 6, "JOINTVIEW_LETTERS names no folder with the first six letters"))
func
  `the first six letters, once read, stand beside each summary, and nothing coded is suspect`()
{
  let home = Home()
  let register = home.path + "/a.rec"
  #expect(home.run("init", register).status == 0)
  func count(_ type: String, _ filter: String) -> Int {
    let table = home.run("list", type, filter, "--format", "csv", "-r", register).output
    return table.split(separator: "\r\n").count - 1
  }
  let coded = count("contributions", "")
  let read = home.run(["read"] + letters + ["--into", register])
  #expect(read.status == 0)
  let filled = read.output.split(separator: "\n").compactMap { line in
    line.split(separator: " ").dropLast(4).last.flatMap { Int($0) }
  }
  #expect(filled == [31, 25, 23, 48, 34, 42])
  #expect(count("passages", "text: summary:") == 203)
  // The case studies and next steps are not summarised.
  #expect(count("passages", "section:strength") + count("passages", "section:improvement") == 198)
  #expect(count("passages", "section:priority-action") == 5)
  #expect(count("contributions", "suspect:") == 0)
  #expect(count("contributions", "") == coded)
  let again = home.run(["read"] + letters + ["--into", register]).output
  #expect(again.split(separator: "\n").count { $0.hasSuffix("nothing new") } == 6)
}
