import ArgumentParser
import Exchange
import InspectionAnalysis
import InspectionStore

/// Prints reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print a report in Markdown.",
    discussion: """
      method: how the register was coded, for the appendix of a paper: the codebook and its versions, passes and \
      coders, how far they agree, and how each disagreement was settled.
      """)

  @Argument(help: "method")
  var report: Report

  @OptionGroup var options: RegisterOptions

  enum Report: String, ExpressibleByArgument, CaseIterable {
    case method
  }

  func run() throws {
    let opened = try ShownRegister.open(options.register)
    switch report {
    case .method:
      Output.write(MethodNote(opened.register, hidden: opened.veil.sentence).markdown)
    }
  }
}
