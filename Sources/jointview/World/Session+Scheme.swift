import InspectionUI
import TerminalCore

/// The colours of a session.
extension Session {
  /// What the screens are in while nothing is chosen or set.
  private static let (dark, light) = ("dark", "light")

  /// The scheme to begin with; nobody has told the ground of the terminal yet.
  func firstScheme(_ settings: Settings) -> Schemes.Found {
    schemes.scheme(ChosenScheme.name(settings, places) ?? Self.dark)
  }

  /// Goes on with the scheme for a ground.
  func choose(for ground: RGB) -> [Event] {
    ground.isLight ? [.scheme(schemes.scheme(Self.light).scheme)] : []
  }

  func show(_ name: String) -> [Event] {
    let found = schemes.scheme(name)
    if let problem = found.problem { return [.say(Message(problem, .warning))] }
    return [.scheme(found.scheme)]
  }

  func choose(_ name: String) -> [Event] {
    let found = schemes.scheme(name)
    if let problem = found.problem { return [.say(Message(problem, .warning))] }
    return choose(found.scheme)
  }

  private func choose(_ scheme: Scheme) -> [Event] {
    if !isDry { ChosenScheme.remember(scheme.name, over: schemeSetting, places) }
    return [.scheme(scheme), .say(Message("colour scheme \(scheme.name)"))]
  }

  func nextScheme(after name: String) -> [Event] {
    let names = schemes.names
    let now = names.firstIndex(of: name) ?? names.count - 1
    var problems: [String] = []
    // A scheme that makes no sense is named, and does not stand in the way of the next.
    for step in 1...names.count {
      let found = schemes.scheme(names[(now + step) % names.count])
      if let problem = found.problem {
        problems.append(problem)
        continue
      }
      let events = choose(found.scheme)
      if problems.isEmpty { return events }
      return events + [.say(Message(problems.joined(separator: "; "), .warning))]
    }
    return [.say(Message(problems.joined(separator: "; "), .warning))]
  }
}
