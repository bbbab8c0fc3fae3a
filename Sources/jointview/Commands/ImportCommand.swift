import ArgumentParser
import Exchange
import InspectionModel
import InspectionOperations
import InspectionStore

/// Reads tables into a register, by a plan that is shown first.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read tables into a register, by a plan that is shown first.",
    discussion: """
      Takes the published tables of Ofsted and HMI Probation, the overviews and histories that two \
      public projects publish, and lookups of areas; their headings tell which is which.
      Any other table is read by a mapping that names its columns, if one is kept or given. \
      “jointview help tables” says more. xlsx2csv reads XLSX, and ssconvert of gnumeric ODS and XLS.

      --plan shows row by row and cell by cell what would change, and writes nothing. Without it \
      the same is written, all files as one change, and shown in short. Nothing is written while \
      rows of the last import are missing, or cells differ from what another source said: then \
      write the plan as JSON, put a choice beside each decision, and give it back:

          jointview import TABLE.csv --plan --format json > plan.json
          jointview import TABLE.csv --decide plan.json

      Exit code 0 if it is done, or nothing is to be done; 1 if a file could not be read (nothing \
      is written then) or all rows of a table are refused; 2 for wrong usage; 3 if a decision is \
      needed. Single rows that are refused are reported, and do not change the exit code.
      """)

  @Argument(
    help: "Tables: CSV in any common encoding, XLSX, ODS or XLS; or the folder of an export.")
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: "The kind of the tables, or the name of a mapping; their headings tell it if omitted.")
  var kind: String?

  @Option(help: "A YAML file that says what the columns of any other table hold.")
  var mapping: String?

  @Option(help: "The register they go into; your own if omitted.")
  var into: String?

  @Flag(name: .customLong("plan"), help: "Show what would change, and write nothing.")
  var isPlan = false

  @Option(help: "A plan as JSON, with a choice for each decision.")
  var decide: String?

  @Option(help: "How to print the plan.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a table to import") }
    if kind != nil, mapping != nil {
      throw ValidationError("--as and --mapping both say what the columns hold; give one of them")
    }
  }

  func run() throws {
    if let folder { return try importFolder(folder) }
    let tables = try read()
    let decisions = try decisions(for: tables)
    let imports = ImportTables(zip(tables, decisions).map { ImportTable($0, deciding: $1) })
    let plans = try isPlan ? look(imports, decisions) : write(imports, decisions)
    if plans.contains(where: \.needsDecision) { throw ExitCode(Exit.decision.rawValue) }
    if plans.contains(where: \.takesNothing) { throw ExitCode(Exit.problems.rawValue) }
  }

  // MARK: - Reading

  private func read() throws -> [TableObservation] {
    var (tables, failures) = ([TableObservation](), 0)
    let interruption = Interruption()
    var intake = try intake()
    intake.stop = interruption.stop
    defer { interruption.endIfInterrupted() }
    for path in files where !interruption.stop.isSet {
      switch intake.read(path) {
      case .success(let contents):
        tables += contents.tables
        if contents.others.isEmpty { continue }
        Output.note(
          "\(path): sheets that are not tables: \(contents.others.joined(separator: ", "))")
      case .failure(let problem):
        failures += 1
        Output.note(problem.description)
      }
    }
    if failures == 0 { return tables }
    if files.count == 1 { throw ExitCode(Exit.problems.rawValue) }
    throw Failure("nothing is written: \(failures) of \(files.count) files not read")
  }

  /// How the tables are to be read.
  private func intake() throws -> TableIntake {
    if let mapping { return TableIntake(mapping: try MappingFile.read(mapping)) }
    let places = Places()
    guard let kind else {
      let register = into ?? places.ownRegister
      return TableIntake(folders: MappingFile.folders(beside: register, places))
    }
    if let known = TableKind(named: kind) { return TableIntake(kind: known) }
    if let path = MappingFile.path(of: kind, beside: into ?? places.ownRegister, places) {
      return TableIntake(mapping: try MappingFile.read(path))
    }
    let kinds = TableKind.named.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      "“\(kind)” is not a kind of table, and no mapping has that name; the kinds are \(kinds), "
        + "and a mapping is mappings/\(kind).yaml beside the register or in the settings", .usage)
  }

  /// What was chosen, for each table.
  private func decisions(for tables: [TableObservation]) throws -> [[TableDecision]] {
    guard let decide else { return tables.map { _ in [] } }
    switch Files.read(decide) {
    case .failure(let problem): throw Failure(problem, .usage)
    case .success(let bytes):
      do throws(PlanJSON.Problem) {
        return try PlanJSON.decisions(String(decoding: bytes, as: UTF8.self), for: tables)
      } catch {
        throw Failure("\(decide): \(error)", .usage)
      }
    }
  }

  // MARK: - Planning and writing

  /// Shows what would change.
  private func look(
    _ imports: ImportTables, _ decisions: [[TableDecision]]
  ) throws -> [TablePlan] {
    let places = Places()
    var author = try places.author()
    let (register, _) = try registerToPlanFor(places)
    let plans = try plans(imports, decisions, for: register, by: &author)
    try Output.write(format == .json ? PlanJSON.json(plans).text : plans.text)
    return plans
  }

  /// What is planned for, with its text; one's own register need not be there for that.
  func registerToPlanFor(_ places: Places) throws -> (Register, RegisterText?) {
    if into == nil, let own = places.ownRegister, !Files.exists(own) {
      return (Starter.register, nil)
    }
    var opened = try RegisterPath.open(try RegisterPath.resolve(into, places), places)
    opened.store.close()
    return (opened.register, opened.store.text)
  }

  private func write(
    _ imports: ImportTables, _ decisions: [[TableDecision]]
  ) throws -> [TablePlan] {
    let places = Places()
    var author = try places.author()
    var opened = try RegisterEdit.open(try RegisterPath.resolve(into, places), places)
    defer { opened.store.close() }
    let plans = try plans(imports, decisions, for: opened.register, by: &author)
    let isOpen = plans.contains(where: \.needsDecision)
    if !isOpen {
      _ = try opened.make(WriteTables(plans), by: &author)
      try opened.finish()
    }
    switch format {
    case .json: try Output.tell(PlanJSON.json(plans, isWritten: !isOpen).text)
    case .text: try Output.tell(plans.summary(isWritten: !isOpen))
    }
    if isOpen { sayHowToDecide(plans) }
    return plans
  }

  private func plans(
    _ imports: ImportTables, _ decisions: [[TableDecision]], for register: Register,
    by author: inout Author
  ) throws -> [TablePlan] {
    let plans: [TablePlan]
    do throws(Refusal) {
      plans = try imports.plans(for: register, by: &author, writing: !isPlan)
    } catch {
      throw Failure(error)
    }
    try refuseOtherChoices(plans, decisions)
    return plans
  }

  private func refuseOtherChoices(_ plans: [TablePlan], _ decisions: [[TableDecision]]) throws {
    for (plan, chosen) in zip(plans, decisions) {
      guard let (choice, decision) = plan.misunderstood(chosen) else { continue }
      throw Failure(
        "\(decide ?? ""): “\(choice.choice)” is not a choice for \(choice.id); write "
          + decision.optionWords,
        .usage)
    }
  }

  private func sayHowToDecide(_ plans: [TablePlan]) {
    let open = plans.reduce(0) { $0 + $1.open.count }
    Output.note(
      "\(Refusal.undecided(open)): --plan --format json > plan.json lists them, write a choice "
        + "beside each, and give it back by --decide plan.json")
  }
}

extension [TablePlan] {
  /// All of them for a person to read.
  fileprivate var text: String { map(\.text).joined(separator: "\n") }

  fileprivate func summary(isWritten: Bool) -> String {
    map { $0.summary(isWritten: isWritten) }.joined(separator: "\n")
  }
}
