import InspectionUI

/// Goes on with a path as far as the names in its folder agree.
struct PathCompletion {
  private let places: Places

  init(_ places: Places) {
    self.places = places
  }

  func event(_ typed: String) -> Event {
    let start = typed.lastIndex(of: "/").map(typed.index(after:)) ?? typed.startIndex
    let (folder, beginning) = (String(typed[..<start]), typed[start...])
    let names = Files.names(in: places.expand(folder.isEmpty ? "." : folder))
      .filter { $0.hasPrefix(beginning) && (!$0.hasPrefix(".") || beginning.hasPrefix(".")) }
      .map { Files.isFolder(places.expand(folder + $0)) ? $0 + "/" : $0 }
    let common = names.dropFirst().reduce(names.first ?? String(beginning)) {
      $0.commonPrefix(with: $1)
    }
    return .pathCompleted(typed, to: folder + common, choices: names)
  }
}

extension String {
  /// What two texts have in common at their start.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
