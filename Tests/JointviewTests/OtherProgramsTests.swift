import Foundation
import Testing

/// What other programs make of an export: they lie in a virtual environment, `JOINTVIEW_PYTHON` is
/// its `python`. `.ci/run` makes one.
private let python = ProcessInfo.processInfo.environment["JOINTVIEW_PYTHON"] ?? ""
private let bin = python.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  .joined(separator: "/")

struct OtherProgramsTests {
  private static let why: Comment = "JOINTVIEW_PYTHON names no Python with pandas and frictionless"
  private static let isThere = !python.isEmpty

  private let home = Home()

  /// A shell in the folder of the home, in which the environment's programs are found.
  private func shell(_ script: String, in folder: String = ".") -> Outcome {
    home.run(
      ["-c", "export PATH='\(bin)':$PATH; cd '\(home.path)/\(folder)'; \(script)"],
      program: "/bin/sh")
  }

  private func export(_ register: String, to name: String, _ more: String...) {
    let outcome = shell("'\(programPath)' export \(name) -r '\(register)' \(more.joined())")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func starter() -> String {
    let path = "\(home.path)/a.rec"
    _ = home.run("init", path)
    return path
  }

  /// The lines of the folder's README for a language.
  private func lines(_ language: String, in folder: String) throws -> String {
    let text = try #require(home.read("\(folder)/README.md"))
    let start = try #require(text.firstRange(of: "```\(language)\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "```")).lowerBound
    return String(text[start..<end])
  }

  @Test(.enabled(if: isThere, why))
  func `frictionless finds nothing wrong, whatever is in the register`() {
    export(starter(), to: "tables")
    let starter = shell("frictionless validate tables/datapackage.json")
    #expect(starter.status == 0, "\(starter.output)")
    let odd = home.write(oddAreas, to: "odd.rec")
    export(odd, to: "odd")
    let outcome = shell("frictionless validate odd/datapackage.json")
    // An area without a name that can be shown lacks what it must have, and nothing else is wrong.
    #expect(outcome.status == 1)
    #expect(outcome.output.matches(of: /constraint-error/).count == 1, "\(outcome.output)")
    #expect(!outcome.output.contains("type-error"))
  }

  @Test(.enabled(if: isThere, why))
  func `a key that names nothing, and a day that is none, would be found`() throws {
    export(starter(), to: "tables")
    let table = try #require(home.read("tables/contributions.csv"))
    home.write(
      table.replacing(",police,", with: ",polise,", maxReplacements: 1),
      to: "tables/contributions.csv")
    let outcome = shell("frictionless validate tables/datapackage.json")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("foreign-key"), "\(outcome.output)")
  }

  @Test(.enabled(if: isThere, why))
  func `the lines of the README count as jointview does`() throws {
    let register = starter()
    let count = home.run("list", "contributions", "-r", register, "--format", "jsonl").output
      .split(separator: "\n").count
    for format in ["csv", "parquet"] {
      export(register, to: format, "--format ", format)
      home.write(try lines("sql", in: format), to: "\(format)/lines.sql")
      let duckdb = shell("duckdb -init /dev/null -csv -noheader < lines.sql", in: format)
      #expect(duckdb.output.hasPrefix("\(count)\n"), "\(duckdb.errors)")
      #expect(duckdb.output.contains("\nall-partners,+,"))
      home.write(try lines("python", in: format), to: "\(format)/lines.py")
      #expect(shell("python lines.py", in: format).output == "\(count)\n")
    }
  }

  @Test(.enabled(if: isThere, why))
  func `every table has as many rows for DuckDB and pandas as jointview has records`() throws {
    let register = starter()
    export(register, to: "tables")
    home.write(
      """
      import json, pandas as pd, subprocess
      for table in json.load(open("datapackage.json"))["resources"]:
        rows, path = table["jointview"]["rows"], table["path"]
        seen = len(pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""]))
        options = "header = true, quote = '\\"', escape = '\\"'"
        sql = f"SELECT count(*) FROM read_csv('{path}', {options})"
        run = ["duckdb", "-init", "/dev/null", "-csv", "-noheader", "-c", sql]
        other = int(subprocess.run(run, capture_output=True, text=True).stdout)
        if not rows == seen == other: print(path, rows, seen, other)
      """, to: "tables/count.py")
    let outcome = shell("python count.py", in: "tables")
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
  }

  @Test(.enabled(if: isThere, why))
  func `pandas has the values that the register has, to the byte`() {
    export(home.write(oddAreas, to: "a.rec"), to: "tables")
    home.write(
      """
      import json, pandas as pd
      areas = pd.read_csv("tables/areas.csv", dtype="string", keep_default_na=False, na_values=[""])
      plain = lambda text: text[1:] if text.startswith("'") else text
      assert plain(areas.name[0]) == "=1+1" and plain(areas.name[1]) == "'apostrophe"
      assert plain(areas.name[2]) == "  spaces  "
      assert json.loads(areas.alias[0]) == ["'tis", 'a; b, "c"', ""]
      assert json.loads(areas.source[0]) == ["two\\nlines"]
      assert json.loads(areas.other[0]) == {"Type": ["soon"], "Mood": ["glad", "=sad"]}
      """, to: "values.py")
    let outcome = shell("python values.py")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(.enabled(if: isThere, why))
  func `Parquet has types, lists and values as they are`() {
    export(home.write(oddAreas, to: "a.rec"), to: "tables", "--format parquet")
    let outcome = shell(
      """
      duckdb -init /dev/null -csv -noheader -c "SELECT name, alias[2], len(alias) FROM \
      'areas.parquet' ORDER BY id LIMIT 2; SELECT typeof(date) FROM (SELECT \\"on\\" AS date FROM \
      'contributions.parquet' UNION ALL SELECT NULL) LIMIT 1"
      """, in: "tables")
    #expect(
      outcome.output == """
        =1+1,"a; b, ""c""\",3
        "'apostrophe",NULL,NULL
        DATE

        """, "\(outcome.errors)")
  }

  @Test(.enabled(if: isThere, why))
  func `DuckDB asks many registers at once, as the manual shows`() throws {
    for number in 0..<10 {
      let text = smallRegister.replacing("ashby", with: "ashby\(number)")
      let register = home.write(text, to: "\(number).rec")
      let more = [
        "passage=jtai-ashby\(number)-2017/s1", "agency=police",
        "direction=\(number % 2 == 0 ? "+" : "-")",
      ]
      for _ in 0...number {
        #expect(home.run(["add", "contribution"] + more + ["-r", register]).status == 0)
      }
      export(register, to: "exports\(number)")
      _ = shell("mkdir -p exports; mv exports\(number) exports/region\(number)")
    }
    let manual = home.run("help", "exports").output
    let start = try #require(manual.firstRange(of: "    SELECT split_part"))
    let end = try #require(manual[start.lowerBound...].firstRange(of: ";")).upperBound
    home.write(String(manual[start.lowerBound..<end]), to: "exports/lines.sql")
    let outcome = shell("duckdb -init /dev/null -csv -noheader < lines.sql", in: "exports")
    let rows = (0..<10).map { "region\($0),police,\($0 % 2 == 0 ? "+" : "-"),\($0 + 1)" }
    #expect(outcome.output.split(separator: "\n").map(String.init) == rows, "\(outcome.errors)")
  }
}
