import InspectionAnalysis
import InspectionModel

/// Changes to how the screen on top looks.
extension State {
  mutating func apply(_ change: ScreenChange) {
    switch change {
    case .narrow(let filter): narrow(to: filter)
    case .toggleColumn(let name):
      screen.list?.toggle(name)
      noteLayout()
    case .firstColumns:
      screen.list?.layOutAsAtFirst()
      noteLayout()
    case .search(let text, let line): search(for: text, from: line)
    case .restore(let former): screen = former
    case .ask(let request): screen.ask(request)
    }
  }

  private mutating func narrow(to filter: String) {
    let register = register
    screen.narrow(to: filter)
    let former = screen.list?.filter ?? ""
    screen.list?.setFilter(filter, register)
    // Where it is typed, the prompt says so itself, and the line stays to be mended.
    if prompt == nil, let problem = screen.list?.problem {
      message = Message(problem.description, .warning)
      screen.list?.setFilter(former, register)
    }
  }
}
