import InspectionModel

/// What is done to the columns of a list.
extension RecordList {
  /// The columns it shows, in their order.
  var shown: [(column: ListColumn, room: TableLayout.Room)] {
    layout.columns.compactMap { entry in column(entry.name).map { ($0, entry.room) } }
  }

  /// The place among those of the column under the cursor.
  var columnCursor: Int {
    shown.firstIndex { $0.column.name == columnUnderCursor } ?? 0
  }

  /// The lines that a row takes at most.
  var rowLines: Int { layout.columns.map(\.room.lines).max() ?? 1 }

  func column(_ name: String) -> ListColumn? { columns.first { $0.name == name } }

  /// False for anything that does not act on columns.
  mutating func performOnTable(_ action: Action, _ register: Register) -> Bool {
    guard let act = Self.acts[action] else { return false }
    act(&self, register)
    return true
  }

  private static let acts: [Action: @Sendable (inout RecordList, Register) -> Void] = [
    .columnLeft: { list, _ in list.moveColumnCursor(by: -1) },
    .columnRight: { list, _ in list.moveColumnCursor(by: 1) },
    .sort: { $0.sort(byFurther: false, $1) },
    .sortFurther: { $0.sort(byFurther: true, $1) },
    .moveColumnLeft: { list, _ in list.moveColumn(by: -1) },
    .moveColumnRight: { list, _ in list.moveColumn(by: 1) },
    .hideColumn: { list, _ in list.hideColumn() },
    .widenColumn: { list, _ in list.widenColumn() },
  ]

  // MARK: - The cursor on columns

  private mutating func moveColumnCursor(by step: Int) {
    let shown = shown
    guard !shown.isEmpty else { return }
    columnUnderCursor = shown[max(0, min(columnCursor + step, shown.count - 1))].column.name
  }

  /// The column under the cursor; nil where there is none.
  var currentColumn: ListColumn? {
    shown.indices.contains(columnCursor) ? shown[columnCursor].column : nil
  }

  private mutating func moveColumn(by step: Int) {
    guard let name = currentColumn?.name,
      let place = layout.columns.firstIndex(where: { $0.name == name }),
      layout.columns.indices.contains(place + step)
    else { return }
    columnUnderCursor = name
    layout.columns.swapAt(place, place + step)
  }

  /// The last one stays: a row says something.
  private mutating func hideColumn() {
    guard let name = currentColumn?.name, shown.count > 1 else { return }
    let place = columnCursor
    layout.columns.removeAll { $0.name == name }
    columnUnderCursor = shown[min(place, shown.count - 1)].column.name
  }

  private mutating func widenColumn() {
    guard let name = currentColumn?.name else { return }
    for index in layout.columns.indices where layout.columns[index].name == name {
      layout.columns[index].room = layout.columns[index].room.next
    }
  }

  /// Shows a column after the one under the cursor, or hides it.
  mutating func toggle(_ name: String) {
    if layout.columns.contains(where: { $0.name == name }) {
      if shown.count > 1 { layout.columns.removeAll { $0.name == name } }
    } else {
      let place = layout.columns.firstIndex { $0.name == currentColumn?.name }
      layout.columns.insert(
        TableLayout.Column(name: name), at: place.map { $0 + 1 } ?? layout.columns.count)
      columnUnderCursor = name
    }
  }

  // MARK: - Order

  /// By the column under the cursor, turned round where it is sorted by that already.
  private mutating func sort(byFurther isFurther: Bool, _ register: Register) {
    guard let name = currentColumn?.name else { return }
    if let place = layout.order.firstIndex(where: { $0.column == name }),
      isFurther || layout.order.count == 1
    {
      layout.order[place].isDescending.toggle()
    } else if isFurther {
      layout.order.append(ListOrder(column: name))
    } else {
      layout.order = [ListOrder(column: name)]
    }
    refresh(register)
  }

  /// The order as it is remembered; nil for that of the file.
  var order: String? { layout.order.isEmpty ? nil : layout.orderText }

  /// Takes up an order as it was remembered; what is not known any more is left out.
  mutating func sort(by order: String, _ register: Register) {
    let orders = ListOrder.read(order).filter { column($0.column) != nil }
    guard !orders.isEmpty else { return }
    layout.order = orders
    refresh(register)
  }

  /// Takes up a layout as it was remembered; columns that are not known any more are left out.
  mutating func restore(_ remembered: TableLayout, _ register: Register) {
    let known = remembered.columns.filter { column($0.name) != nil }
    let order = remembered.order.filter { column($0.column) != nil }
    if !known.isEmpty { layout.columns = known }
    if order != layout.order {
      layout.order = order
      refresh(register)
    }
  }

  /// The arrow at the head of a column, with its number where there are several: `↓2`.
  func arrow(_ name: String) -> String? {
    guard let place = layout.order.firstIndex(where: { $0.column == name }) else { return nil }
    let arrow = layout.order[place].isDescending ? "↓" : "↑"
    return layout.order.count == 1 ? arrow : "\(arrow)\(place + 1)"
  }

  var workOrder: [ListWork.Order] {
    layout.order.compactMap { order in
      column(order.column).map {
        ListWork.Order(column: $0.column, isDescending: order.isDescending)
      }
    }
  }

  // MARK: - Groups and values

  /// The columns it can be grouped by, in the order in which they stand, those not shown last.
  var groupings: [ListColumn] {
    let names = layout.columns.map(\.name)
    let others = columns.filter { !names.contains($0.name) }
    return (shown.map(\.column) + others).filter(\.column.groups)
  }

  /// The column to be grouped by first: that under the cursor, or else the next that can be.
  var firstGrouping: ListColumn? {
    shown.dropFirst(columnCursor).map(\.column).first(where: \.column.groups) ?? groupings.first
  }

  /// What its groups hold, as paths.
  var groupPaths: [ListWork.Group] {
    part.groups.compactMap { group in
      column(group.column)?.column.path.map { ListWork.Group(path: $0, text: group.text) }
    }
  }

  /// What some records of a type show from the start; nil for what their type does. Passages of
  /// several letters are told apart.
  ///
  /// - Parameter name: what the list is called that they are a part of.
  static func shown(_ type: RecordType, called name: String? = nil) -> [String]? {
    guard type == .passage, name != ofOneInspection else { return nil }
    return ["inspection", "passage", "page", "coded", "words"]
  }

  /// The passages of one letter, as a list is called.
  static let ofOneInspection = "passages of an inspection"

  /// The filter that keeps, or leaves out, what the row under the cursor holds in the column under
  /// it; nil where no filter can say that.
  func filter(keeping isKept: Bool, _ register: Register) -> String? {
    guard let row = current, let column = currentColumn?.column else { return nil }
    return filter(keeping: isKept, what: row, holdsIn: column, register)
  }

  /// The same for any row and column.
  func filter(
    keeping isKept: Bool, what row: Row, holdsIn column: TableColumn, _ register: Register
  ) -> String? {
    let register = home(register)
    guard
      let terms = column.terms(keeping: register[row], isNegated: !isKept, asCoded: isAsCoded)
    else { return nil }
    let former = Query.terms(of: filter).map { String($0.text) }
    return (former + terms.filter { !former.contains($0) }).joined(separator: " ")
  }
}
