public import InspectionModel

/// A filter is kept under a name; one that has that name for the same lists already becomes this.
public struct SaveFilter: Operation {
  private let (filter, name, type): (String, String, RecordType)
  private let isAsCoded: Bool

  /// - Parameters:
  ///   - type: what it narrows.
  ///   - isAsCoded: whether its terms on passages ask what is coded there.
  public init(_ filter: String, as name: String, on type: RecordType, asCoded isAsCoded: Bool) {
    (self.filter, self.name, self.type) = (filter, name, type)
    self.isAsCoded = isAsCoded && type == .passage
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let filter = try checked(register)
    let lists = type.noun.many
    let former = register.all(SavedFilter.self).first {
      $0.name.lowercased() == name.lowercased() && $0.lists == type
    }?.record
    let summary = "saved filter “\(name)”"
    if let former {
      let signature = author.signature.compactMap {
        former.setting($0.field, to: [$0.value])
      }
      guard let edit = former.setting(.filter, to: [filter]) else {
        return Proposal(Change(summary, []))
      }
      let replaced = SavedFilter(former).filter
      return Proposal(Change("\(summary), in place of “\(replaced)”", [edit] + signature))
    }
    let values = [
      FieldValue(.id, author.newKey(for: .filter, in: register)), FieldValue(.name, name),
      FieldValue(.lists, lists), FieldValue(.filter, filter),
    ]
    return try Proposal(Change(summary, [.insert(.filter, values + author.signature)]))
      .withoutFaults(in: register)
  }

  /// What is wrong with it; nil where nothing is.
  func fault(in register: Register) -> Refusal? {
    do throws(Refusal) {
      _ = try checked(register)
      return nil
    } catch {
      return error
    }
  }

  /// The filter as it is kept: with the terms of those that it names, and with the reading that it
  /// was typed for.
  ///
  /// - Throws: why it cannot be asked for by this name.
  private func checked(_ register: Register) throws(Refusal) -> String {
    if name.isEmpty || name.contains("\"") {
      throw .fault("a saved filter needs a name without quotation marks")
    }
    let (whole, query): (String, Query)
    do throws(QueryProblem) {
      whole = try SavedFilters(filter, on: type, in: register).text
      query = try Query(whole, on: type, asCoded: isAsCoded, in: register)
    } catch {
      throw .fault(error.description)
    }
    if query.isEmpty { throw .fault("there is no filter to save yet") }
    let namesReading = Query.terms(of: whole).contains { $0.text.hasPrefix("reading:") }
    return isAsCoded && !namesReading ? "reading:coded " + whole : whole
  }
}
