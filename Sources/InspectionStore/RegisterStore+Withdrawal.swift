/// What became of changes that could not be saved.
public enum Withdrawal: Sendable {
  /// They are nowhere: the register and the journal are as they were when this was opened.
  case done
  /// The register has them; the disk has not confirmed that it will last.
  case inRegister
  /// The register is half written, and the next open finishes it.
  case halfWritten
  /// They may be in the journal still, from which the next open takes them.
  case failed(FileProblem)
}

extension RegisterStore {
  /// Takes back, from the disk, the changes kept since this was opened, after one of them could not
  /// be kept or a save failed: so that “not saved” means that they are not there.
  ///
  /// What an earlier run had left in the journal stays in it. The store is of no use afterwards but
  /// to be closed.
  public mutating func withdraw() -> Withdrawal {
    guard let version = file.known?.fingerprint else { return .halfWritten }
    if version != openedVersion { return .inRegister }
    do throws(FileProblem) {
      try file.withdraw()
      return .done
    } catch {
      return .failed(error)
    }
  }
}
