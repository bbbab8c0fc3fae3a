import Glibc
import InspectionModel
import InspectionOperations
import Testing

@testable import InspectionUI
@testable import jointview

/// The folder of an export, read back as the command for imports reads it.
struct ExportReadingTests {
  private let home = Home()

  @Test func `an edited folder is an import with a plan`() throws {
    let path = home.write(smallRegister, to: "a.rec")
    let folder = "\(home.path)/tables"
    #expect(home.run("export", folder, "-r", path).status == 0)
    let agencies = try #require(home.read("tables/agencies.csv"))
    home.write(
      agencies.replacing("Police", with: "Force") + "school,School,s,,,,,\r\n",
      to: "tables/agencies.csv")
    home.write("x", to: "tables/notes.txt")
    #expect(ExportFolder.holdsTables(folder))
    let tables = try ExportFolder.tables(in: folder + "/")
    #expect(tables.tables.count == RecordType.allCases.count)
    #expect(tables.remarks == ["notes.txt is not a table of an export"])
    let shown = try ShownRegister.open(path)
    var author = Author(
      "ada", on: try #require(Day(iso: "2026-11-29")), keys: SplitMix(seed: 7))
    let plan = ImportRecords(tables).plan(for: shown.register, by: &author)
    #expect(
      plan.text.hasPrefix(
        """
        tables is read as an export: 26 tables, 9 rows.
        areas.csv: 0 refused, 0 changed, 0 new, 1 unchanged
        """))
    #expect(plan.text.contains("agencies.csv row 3: Name of police: Police → Force"))
    #expect(plan.count(.new) == 1 && plan.count(.changed) == 1)
  }

  @Test func `an export goes into an empty file, and is the same register there`() throws {
    let path = home.write(smallRegister, to: "a.rec")
    #expect(home.run("export", "\(home.path)/tables", "-r", path).status == 0)
    let other = home.write("", to: "b.rec")
    let outcome = home.run("import", "\(home.path)/tables", "--into", other)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("8 edits are written.\n"))
    for kind in ["areas", "agencies", "inspections", "passages"] {
      let print = ["list", kind, "--format", "rec", "-r"]
      #expect(home.run(print + [path]).output == home.run(print + [other]).output, "\(kind)")
    }
    let again = home.run("import", "\(home.path)/tables", "--into", other)
    #expect(again.status == 0 && again.output.hasSuffix("Nothing changes.\n"))
  }

  @Test func `fields that no version knows go out and come back`() {
    let strange = smallRegister.replacing(
      "Name: Police\n", with: "Name: Police\nMood: glad\nMood: so\n+ so\nWeak: = \n")
    let path = home.write(strange, to: "a.rec")
    #expect(home.run("export", "\(home.path)/tables", "-r", path).status == 0)
    let other = home.write("", to: "b.rec")
    let outcome = home.run("import", "\(home.path)/tables", "--into", other)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(home.read("b.rec")?.contains("\nMood: glad\nMood: so\n+ so\n") == true)
    let again = home.run("import", "\(home.path)/tables", "--into", other)
    #expect(again.output.hasSuffix("Nothing changes.\n"), "\(again.output)")
    home.write(
      (home.read("tables/agencies.csv") ?? "").replacing("glad", with: "sad"),
      to: "tables/agencies.csv")
    let edited = home.run("import", "\(home.path)/tables", "--into", path)
    #expect(edited.output.contains("Mood of police: glad; so so → sad; so so"), "\(edited.output)")
    #expect(home.read("a.rec") == strange.replacing("glad", with: "sad"))
  }

  @Test func `a cell edited in an export is planned, and then written`() throws {
    let path = home.write(smallRegister, to: "a.rec")
    #expect(home.run("export", "\(home.path)/tables", "-r", path).status == 0)
    let agencies = try #require(home.read("tables/agencies.csv"))
    home.write(agencies.replacing("Police", with: "Force"), to: "tables/agencies.csv")
    let plan = home.run("import", "\(home.path)/tables", "--into", path, "--plan")
    #expect(plan.output.contains("Name of police: Police → Force"))
    #expect(plan.output.hasSuffix("1 edit can be written.\n"))
    #expect(home.read("a.rec") == smallRegister)
    #expect(home.run("import", "\(home.path)/tables", "--into", path).status == 0)
    #expect(home.read("a.rec")?.contains("Name: Force") == true)
    let wrong = home.run("import", "\(home.path)/tables", "--into", path, "--as", "areas")
    #expect(wrong.status == 2 && wrong.errors.contains("says itself what its columns hold"))
  }

  @Test(arguments: [["--plan"], []])
  func `a table of which no row is taken over is told by the exit code`(plan: [String]) throws {
    let path = home.write(smallRegister, to: "a.rec")
    #expect(home.run("export", "\(home.path)/tables", "-r", path).status == 0)
    let themes = "id,name\r\n,Nameless\r\n"
    home.write(themes, to: "tables/themes.csv")
    let agencies = try #require(home.read("tables/agencies.csv"))
    home.write(agencies.replacing("Police", with: "Force"), to: "tables/agencies.csv")
    let outcome = home.run(["import", "\(home.path)/tables", "--into", path] + plan)
    #expect(outcome.status == 1, "\(outcome.output)")
    #expect(outcome.output.contains("themes.csv row 2: a theme needs an Id"))
    #expect(home.read("a.rec")?.contains("Name: Force") == plan.isEmpty)
    // A row that is refused beside others changes no exit code.
    home.write(themes + "calm,Calm\r\n", to: "tables/themes.csv")
    let both = home.run(["import", "\(home.path)/tables", "--into", path] + plan)
    #expect(both.status == 0, "\(both.output)")
  }

  @Test func `what an import writes is what the register's own description allows`() throws {
    let strange = smallRegister.replacing("Name: Police\n", with: "Name: Police\nMood: glad\n")
    let path = home.write(strange, to: "a.rec")
    #expect(home.run("export", "\(home.path)/tables", "-r", path).status == 0)
    let other = home.write("", to: "b.rec")
    #expect(home.run("import", "\(home.path)/tables", "--into", other).status == 0)
    let text = try #require(home.read("b.rec"))
    #expect(text.contains("%allowed: Id Name Letter") && text.contains(" Mood\n"), "\(text)")
    if access("/usr/bin/recfix", X_OK) == 0 {
      let outcome = home.run("--check", other, program: "/usr/bin/recfix")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func `problems are written as tables, and not as records`() throws {
    let export = Export(
      content: .records(.problem, [], columns: nil), register: Register(),
      path: "\(home.path)/problems.rec", hasMark: false)
    guard
      case .failed(let why, _) = ExportFile.write(
        export, to: export.path, about: "", jointview.Places())
    else {
      Issue.record("it was written")
      return
    }
    #expect(
      why == "the name must end in .csv, .json, .jsonl, .md, .html or .txt: \(export.path)")
    #expect(home.read("problems.rec") == nil)
  }

  @Test func `a table that cannot be read is told with its file`() {
    let folder = "\(home.path)/tables"
    home.write("name\nx\n", to: "tables/areas.csv")
    do throws(Failure) {
      _ = try ExportFolder.tables(in: folder)
      Issue.record("it was read")
    } catch {
      #expect(
        error.sentence
          == "\(folder)/areas.csv: its first row must name each column once, id among them")
    }
    #expect(!ExportFolder.holdsTables(home.path))
  }
}
