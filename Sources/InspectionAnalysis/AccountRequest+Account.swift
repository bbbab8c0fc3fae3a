public import InspectionModel

/// Which analysis answers what is asked for. This knows all of them, and none of them knows this.
extension AccountRequest {
  /// Works it out: what the screen draws and every format of the report writes.
  ///
  /// - Parameters:
  ///   - register: what its reader may see.
  ///   - hidden: what that is not, in a sentence.
  /// - Throws: what is wrong with the filter.
  public func account(
    in register: Register, on today: Day, hidden: String? = nil
  ) throws(QueryProblem) -> Account {
    let scope = try Scope(filter)
    var account = account(of: scope, in: register, on: day ?? today)
    if let hidden { account.gaps.append("Hidden for now: \(hidden).") }
    return account
  }

  private func account(of scope: Scope, in register: Register, on today: Day) -> Account {
    switch topic {
    case .picture: PictureAccount(scope, in: register).account
    case .burden: burden(scope, register)
    case .scenario: Counterfactual.account(of: key, in: register)
    case .pause: PauseProgress.account(of: key, in: register, on: today)
    case .framework: FrameworkAccount(scope, in: register).account
    case .concerns: ConcernsAccount(register, on: today).account
    case .concern:
      ConcernAccount.account(of: key, in: register, on: today) { request in
        // Its filter is empty, so that nothing can be wrong with it.
        (try? request.account(in: register, on: today).answer) ?? ""
      }
    case .deepDive: DeepDive.account(scope, in: register)
    case .alone: Naming.account(scope, in: register)
    case .method: MethodNote(register).account
    case .agreement: AgreementAccount(key, in: register).account
    }
  }

  /// Of one area, body or kind of agency what there is to say of it; else of all of them.
  private func burden(_ scope: Scope, _ register: Register) -> Account {
    let inspections = scope.inspections(in: register)
    let burden = Burden(
      register, inspections: inspections.map(\.row),
      threshold: scope.gap ?? Burden.usualThreshold, yearStart: scope.yearStart ?? .january)
    let types: [RecordType] = [.area, .body, .agency]
    let row = key.flatMap { key in types.lazy.compactMap { register.row($0, key: key) }.first }
    if let row { return burden.account(of: row) }
    if !scope.isAll, burden.areas.count == 1 { return burden.account(of: burden.areas[0].row) }
    return burden.account(scope.words(inspections))
  }
}
