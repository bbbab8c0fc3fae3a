import InspectionModel

/// The accounts that a brief quotes, each worked out once: what it answers, and the figures that
/// are taken from it. Nothing that they share is worked out twice.
struct BriefAccounts {
  let inspections: [Inspection]
  let burden: Burden
  /// What any inspections are to be seen beside.
  let sameAreas: [SameAreas.Group]
  let codings: Codings
  let value: ValueAccount
  let framework: FrameworkAccount
  let deepDive: DeepDiveAccount
  let picture: PictureAccount
  let alone: AloneAccount
  /// As read, which stands beside what is coded.
  let asRead: AsRead

  init(_ input: Topic.Input) {
    let (scope, register, uncoded) = (input.scope, input.register, input.uncoded)
    burden = Burden(register)
    sameAreas = SameAreas(beside: burden).usual
    inspections = scope.inspections(in: register)
    codings = Codings(of: inspections, matching: scope.onContributions, in: register)
    value = ValueAccount(scope, inspections, in: register)
    framework = FrameworkAccount(scope, inspections, codings, uncoded)
    deepDive = DeepDiveAccount(codings, uncoded)
    picture = PictureAccount(scope, inspections, codings, uncoded)
    alone = AloneAccount(codings, uncoded)
    asRead = AsRead(scope, among: inspections, in: register)
  }
}
