/// Which columns a list shows, in which order, with how much room, and what its rows are sorted by:
/// what is remembered of a list, whatever it lists.
public struct TableLayout: Hashable, Sendable {
  /// How much room a column is given.
  enum Room: Int, Sendable {
    /// As its kind takes.
    case usual = 1
    /// Its words broken over two lines, over three.
    case twoLines
    case threeLines
    /// As wide as there is room, before all others.
    case wide

    var next: Room {
      switch self {
      case .usual: .wide
      case .wide: .twoLines
      case .twoLines: .threeLines
      case .threeLines: .usual
      }
    }

    /// The lines that a row needs for it.
    var lines: Int {
      switch self {
      case .usual, .wide: 1
      case .twoLines: 2
      case .threeLines: 3
      }
    }

    /// How it is written after the name of the column.
    fileprivate var mark: String {
      switch self {
      case .usual: ""
      case .wide: "+"
      case .twoLines: "~2"
      case .threeLines: "~3"
      }
    }
  }

  struct Column: Hashable, Sendable {
    let name: String
    var room = Room.usual
  }

  var columns: [Column]
  var order: [ListOrder] = []

  init(_ names: [String], order: [ListOrder] = []) {
    columns = names.map { Column(name: $0) }
    self.order = order
  }

  // MARK: - As text

  /// As it is remembered: `area published+ words~3`.
  public var columnsText: String {
    columns.map { $0.name + $0.room.mark }.joined(separator: " ")
  }

  /// `-published area`: by which columns the rows are sorted, the first before all.
  public var orderText: String { ListOrder.text(order) }

  /// A layout as it was remembered. Columns that nobody knows any more are left out later.
  public init(columns: String, order: String) {
    self.columns = columns.split(separator: " ").map { word in
      let rooms: [Room] = [.wide, .twoLines, .threeLines]
      let room = rooms.first { word.hasSuffix($0.mark) }
      return Column(
        name: String(word.dropLast(room?.mark.count ?? 0)), room: room ?? .usual)
    }
    self.order = ListOrder.read(order)
  }
}

/// One of the columns that the rows of a list are sorted by.
struct ListOrder: Hashable, Sendable {
  let column: String
  var isDescending = false

  /// `-published area`.
  static func text(_ orders: [ListOrder]) -> String {
    orders.map { ($0.isDescending ? "-" : "") + $0.column }.joined(separator: " ")
  }

  static func read(_ text: String) -> [ListOrder] {
    text.split(separator: " ").map { word in
      let isDescending = word.hasPrefix("-")
      return ListOrder(
        column: String(word.dropFirst(isDescending ? 1 : 0)), isDescending: isDescending)
    }
  }
}
