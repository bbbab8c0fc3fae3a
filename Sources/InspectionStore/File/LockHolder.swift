/// Who has a register open for writing.
public struct LockHolder: Hashable, Sendable {
  /// The process; nil if the lock does not say.
  public var pid: Int32?
  /// Who started it.
  public var user: String?
  /// The machine it runs on.
  public var host: String?
  /// When it opened the register, as `2026-11-23T15:50:46Z`.
  public var since: String?
  /// Whether it opened it by another name, of which nothing more is known.
  public var isByAnotherName = false

  /// Whoever has a register open by another of its names.
  static let byAnotherName: LockHolder = {
    var holder = LockHolder()
    holder.isByAnotherName = true
    return holder
  }()

  /// Somebody, perhaps with a name.
  init(user: String? = nil) { self.user = user }

  /// What a lock says of the one who has it.
  init(_ text: [UInt8]) {
    for line in String(decoding: text.prefix(1 << 12), as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("Pid: ") { pid = Int32(line.dropFirst(5)) }
      if line.hasPrefix("User: ") { user = String(line.dropFirst(6)) }
      if line.hasPrefix("Host: ") { host = String(line.dropFirst(6)) }
      if line.hasPrefix("Since: ") { since = String(line.dropFirst(7)) }
    }
  }

  static func text(for environment: RegisterEnvironment) -> [UInt8] {
    let user = environment.user.map { "User: \($0)\n" } ?? ""
    let (pid, host) = (environment.pid, environment.host)
    return Array(
      "Lock: 1\nPid: \(pid)\n\(user)Host: \(host)\nSince: \(environment.timestamp)\n".utf8)
  }
}

extension LockHolder: CustomStringConvertible {
  /// "ada (jointview 4711 on desk since 2026-11-23T15:50:46Z)", as far as it is known.
  public var description: String {
    let program =
      "jointview" + (pid.map { " \($0)" } ?? "") + (host.map { " on \($0)" } ?? "")
      + (since.map { " since \($0)" } ?? "") + (isByAnotherName ? " by another name of it" : "")
    return user.map { "\($0) (\(program))" } ?? program
  }
}
