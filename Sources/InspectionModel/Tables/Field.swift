/// The name of a field, whatever the type it stands in.
public enum Field: String, CaseIterable, Sendable {
  case id = "Id"
  case name = "Name"
  case type = "Type"
  case region = "Region"
  case gss = "GSS"
  case dfe = "DfE"
  case ofsted = "Ofsted"
  case alias = "Alias"
  case from = "From"
  case to = "To"
  case successor = "Successor"
  case neighbour = "Neighbour"
  case formerGSS = "FormerGSS"
  case source = "Source"
  case by = "By"
  case certainty = "Certainty"
  case outcome = "Outcome"
  case notice = "Notice"
  case onSite = "OnSite"
  case statement = "Statement"
  case note = "Note"
  case word = "Word"
  case weak = "Weak"
  case except = "Except"
  case letter = "Letter"
  case inspectorate = "Inspectorate"
  case definition = "Definition"
  case include = "Include"
  case exclude = "Exclude"
  case example = "Example"
  case area = "Area"
  case framework = "Framework"
  case theme = "Theme"
  case published = "Published"
  case listed = "Listed"
  case priorityAction = "PriorityAction"
  case statementDue = "StatementDue"
  case statementBy = "StatementBy"
  case statementAgency = "StatementAgency"
  case grade = "Grade"
  case addressee = "Addressee"
  case found = "Found"
  case problem = "Problem"
  case on = "On"
  case inspection = "Inspection"
  case section = "Section"
  case index = "Index"
  case position = "Position"
  case heading = "Heading"
  case page = "Page"
  case pageTo = "PageTo"
  case text = "Text"
  case summary = "Summary"
  case fingerprint = "Fingerprint"
  case agency = "Agency"
  case passage = "Passage"
  case criterion = "Criterion"
  case direction = "Direction"
  case with = "With"
  case suspect = "Suspect"
  case how = "How"
  case version = "Version"
  case status = "Status"
  case into = "Into"
  case review = "Review"
  case pass = "Pass"
  case first = "First"
  case filter = "Filter"
  case order = "Order"
  case seed = "Seed"
  case reviewer = "Reviewer"
  case blind = "Blind"
  case of = "Of"
  case at = "At"
  case state = "State"
  case kind = "Kind"
  case contribution = "Contribution"
  case chosen = "Chosen"
  case reason = "Reason"
  case record = "Record"
  case field = "Field"
  case value = "Value"

  public var name: String { rawValue }

  /// What one value is called in a sentence: `an Id`.
  var withArticle: String { Article.before(name) + " " + name }

  /// Its place among all fields.
  var number: UInt8 { Self.numbers[self] ?? 0 }

  private static let numbers: [Field: UInt8] = Dictionary(
    uniqueKeysWithValues: zip(allCases, UInt8(0)...))
}

/// The indefinite article of English.
enum Article {
  /// `a` or `an`, by the first letter: none of our words needs more.
  static func before(_ word: String) -> String {
    "aeiouAEIOU".contains(word.prefix(1)) ? "an" : "a"
  }
}
