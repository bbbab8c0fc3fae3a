/// What the folders of a module need of one another, by the types that they declare and name.
///
/// A name that a folder declares itself, even within another type, is its own there, whatever
/// others are called so. What a type is given by an extension elsewhere is not seen.
struct Folders {
  /// A folder names a type of another.
  struct Need: CustomStringConvertible {
    let folder: String
    let other: String
    let file: String
    let type: String

    /// `Tables needs Records`.
    var pair: String { "\(folder) needs \(other)" }
    var description: String { "\(file) needs \(type) of \(other)" }
  }

  /// Stands for the files beside the folders.
  static let beside = "files beside"

  let names: Set<String>
  let needs: [Need]

  init(_ files: [SourceFile], of module: String) {
    let read = files.map { file in
      (file: file.path, folder: Self.folder(of: file, module), types: FileTypes(file.text))
    }
    names = Set(read.map(\.folder))
    var home: [String: String] = [:]
    var own: [String: Set<String>] = [:]
    for (_, folder, types) in read {
      for type in types.shared { home[type] = folder }
      own[folder, default: []].formUnion(types.shared.union(types.own))
    }
    needs = read.flatMap { file, folder, types in
      types.used.subtracting(own[folder] ?? []).sorted().compactMap { type in
        home[type].map { Need(folder: folder, other: $0, file: file, type: type) }
      }
    }
  }

  private static func folder(of file: SourceFile, _ module: String) -> String {
    let parts = file.path.split(separator: "/").drop { $0 != module }.dropFirst()
    return parts.count > 1 ? parts.first.map(String.init) ?? beside : beside
  }

  /// Those that go against an order in which each folder needs only those before it.
  func needs(against order: [String]) -> [Need] {
    needs.filter { need in
      guard let place = order.firstIndex(of: need.folder),
        let other = order.firstIndex(of: need.other)
      else { return true }
      return other > place
    }
  }
}
