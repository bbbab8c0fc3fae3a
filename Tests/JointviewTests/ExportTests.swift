import Glibc
import Testing

/// Areas with values that programs stumble over, and with what does not fit its field.
let oddAreas = """
  %rec: Area

  Id: ashby
  Name: =1+1
  Type: soon
  Mood: glad
  Mood: =sad
  From: 2009
  Alias: 'tis
  Alias: a; b, "c"
  Alias:
  Source: two
  + lines

  Id: bolsover
  Name: 'apostrophe
  From: 1974-04-01
  To: never
  Successor: nowhere

  Id: calne
  Name:   spaces\u{20}\u{20}
  GSS: E12345678

  Id: dover
  Name: Ch\u{E2}teau \u{1B}[31m

  """

/// `jointview export`, as somebody sees it who looks into the folder.
struct ExportTests {
  private let home = Home()

  private func names(_ folder: String) -> [String] {
    home.run(["-A", "\(home.path)/\(folder)"], program: "/usr/bin/ls").output
      .split(separator: "\n").map(String.init)
  }

  @Test func `a folder of tables is made, a row for each record`() throws {
    let path = home.write(smallRegister, to: "a.rec")
    let outcome = home.run("export", "\(home.path)/tables", "-r", path)
    #expect(outcome.status == 0)
    #expect(outcome.output == "exported to \(home.path)/tables: 8 records in 27 tables\n")
    #expect(
      home.read("tables/agencies.csv") == """
        id,name,letter,inspectorate,word,weak,except,other\r
        health,Health,h,,,,,\r
        police,Police,p,,,,,\r

        """)
    #expect(
      home.read("tables/contributions.csv")?.hasPrefix("id,passage,agency,criterion,") == true)
    let evidence = try #require(home.read("tables/evidence.csv")).split(separator: "\r\n")
    #expect(evidence.count == 2)
    #expect(evidence[1].hasPrefix("ashby,Ashby,,jtai-ashby-2017,jtai,"))
    #expect(evidence[1].contains(",Police and health meet each morning.,text,"))
    #expect(home.read("tables/README.md")?.contains("| `agencies.csv` | 2 |") == true)
    let dictionary = try #require(home.read("tables/datapackage.json"))
    #expect(dictionary.contains(#""reference": {"#) && dictionary.contains(#""primaryKey": "id""#))
  }

  @Test func `a value that a program would stumble over is told, and is not lost`() {
    let path = home.write(oddAreas, to: "a.rec")
    let outcome = home.run("export", "\(home.path)/tables", "-r", path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("problems in \(path), which other programs may stumble over"))
    #expect(
      home.read("tables/areas.csv")
        == #"""
        id,name,type,region,gss,dfe,ofsted,alias,from,to,successor,neighbour,formergss,source,other
        ashby,'=1+1,,,,,,"[""'tis"",""a; b, \""c\"""",""""]",2009,,,,,"[""two\nlines""]",\#
        "{""Type"":[""soon""],""Mood"":[""glad"",""=sad""]}"
        bolsover,''apostrophe,,,,,,,1974-04-01,,,,,,\#
        "{""To"":[""never""],""Successor"":[""nowhere""]}"
        calne,"  spaces  ",,,E12345678,,,,,,,,,,
        dover,,,,,,,,,,,,,,"{""Name"":[""Ch\#u{E2}teau \u001b[31m""]}"

        """#.replacing("\n", with: "\r\n"))
  }

  @Test func `an earlier export is replaced, and other files beside it stay`() {
    let path = home.write(smallRegister, to: "a.rec")
    let out = "\(home.path)/tables"
    #expect(home.run("export", out, "-r", path).status == 0)
    #expect(home.run("set", "agency", "police", "name=Force", "-r", path).status == 0)
    let again = home.run("export", out, "-r", path)
    #expect(again.output == "replaced the export in \(out): 8 records in 27 tables\n")
    #expect(home.read("tables/agencies.csv")?.contains("police,Force,p") == true)
    #expect(names("tables").count == 29)
    home.write("mine", to: "tables/mine.txt")
    #expect(home.run("export", out, "-r", path).status == 0)
    #expect(home.read("tables/mine.txt") == "mine")
    #expect(names("tables").count == 30)
    #expect(names("").filter { $0.hasSuffix(".tmp") }.isEmpty)
  }

  @Test func `nothing is written into somebody's own folder, nor over a file`() {
    let path = home.write(smallRegister, to: "a.rec")
    home.write("mine", to: "own/contributions.csv")
    let folder = home.run("export", "\(home.path)/own", "-r", path)
    #expect(folder.status == 1)
    #expect(folder.errors.contains("own holds files that are not an export of jointview"))
    #expect(names("own") == ["contributions.csv"])
    home.write(#"{"name": "x", "resources": []}"#, to: "other/datapackage.json")
    #expect(home.run("export", "\(home.path)/other", "-r", path).status == 1)
    let file = home.run("export", path, "-r", path)
    #expect(file.status == 1)
    #expect(file.errors.contains("is not a folder"))
    #expect(home.read("a.rec") == smallRegister)
  }

  @Test(arguments: FailingDisk.allCases)
  func `a disk that fails leaves what was there, and nothing else`(disk: FailingDisk) throws {
    guard let library = home.failingDisk() else { return }
    let path = home.write(smallRegister, to: "a.rec")
    let out = "\(home.path)/tables"
    #expect(home.run("export", out, "-r", path).status == 0)
    let before = home.read("tables/datapackage.json")
    var failed = 0
    for call in [0, 1, 5, 20, 28] {
      let new = home.run(["export", "\(home.path)/new", "-r", path], on: disk, from: call, library)
      let old = home.run(["export", out, "-r", path], on: disk, from: call, library)
      if new.status != 0 {
        failed += 1
        #expect(new.errors.contains("not exported: cannot"), "\(call)")
        #expect(!home.has("new"), "\(call)")
        #expect(old.status == 1)
      }
      #expect(home.read("tables/datapackage.json") == before)
      #expect(names("tables").count == 29)
      #expect(names("").filter { $0.hasSuffix(".tmp") }.isEmpty)
      _ = home.run(["-rf", "\(home.path)/new"], program: "/usr/bin/rm")
    }
    #expect(failed >= 3)
  }

  @Test func `Parquet names the program that it needs`() {
    let path = home.write(smallRegister, to: "a.rec")
    let outcome = home.run("export", "\(home.path)/tables", "-r", path, "--format", "parquet")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("Parquet is written by duckdb, which is not on the PATH"))
    #expect(!home.has("tables"))
    #expect(home.run("export", "\(home.path)/tables", "--format", "xls").status == 2)
  }

  @Test func `what duckdb has half written goes with the rest`() {
    let path = home.write(smallRegister, to: "a.rec")
    // It is asked first whether it is there.
    let program = home.write(
      """
      #!/bin/sh
      case "$*" in *"SELECT 1"*) exit 0;; esac
      for file in "\(home.path)"/.*tables*/areas.csv; do
        echo half > "${file%.csv}.parquet"; echo half > "${file%/*}/tmp_x.parquet"
      done
      echo no room >&2; exit 1

      """, to: "bin/duckdb")
    chmod(program, 0o755)
    let before = names("")
    let command = "PATH=\(home.path)/bin:$PATH exec \(programPath) export"
    let script = "\(command) \(home.path)/tables -r \(path) --format parquet"
    let outcome = home.run("-c", script, program: "/bin/sh")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("duckdb ended with exit code 1: no room"), "\(outcome.errors)")
    #expect(names("").filter { !before.contains($0) && !["out", "err"].contains($0) }.isEmpty)
  }

  @Test func `a folder may be new, empty, deep, ended by a slash, or where one stands`() {
    let path = home.write(smallRegister, to: "a.rec")
    let script = """
      cd "$1"; mkdir empty here
      "$2" export empty/ -r "$3" && "$2" export a/b/c/ -r "$3" && cd here && "$2" export . -r "$3" \
      && "$2" export . -r "$3" && ls
      """
    let outcome = home.run(
      ["-c", script, "sh", home.path, programPath, path], program: "/bin/sh")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("evidence.csv"))
    for folder in ["empty", "a/b/c", "here"] { #expect(names(folder).count == 29, "\(folder)") }
  }
}
