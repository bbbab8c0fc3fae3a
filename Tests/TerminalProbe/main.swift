import Glibc
import TerminalCore
import TerminalCurses

// The smallest program that uses a terminal as jointview does, for the tests of the terminal.

extension Role {
  static let text = Role(rawValue: 0)
  static let title = Role(rawValue: 1)
  static let bar = Role(rawValue: 2)
}

let palette = Palette([
  .title: Look(foreground: .rgb(RGB(0xEBCB8B), ansi: 11), attributes: .bold),
  .bar: Look(
    foreground: .rgb(RGB(0xECEFF4), ansi: 15), background: .rgb(RGB(0x3B4252), ansi: 4),
    withoutColour: .reverse),
])

/// What the probe remembers between keys.
struct Probe {
  var keys: [Key] = []
  var events: [String] = []
  var selected = 0
  var top = 0
  var hasCursor = false
  var usesMouse = true
  var isDone = false

  /// The same rows for everybody: half as wide as 120 columns, as a list beside a preview.
  static func row(_ index: Int) -> String {
    "\(index)  Garrowby  Yorks & Humber  2019-07-18  Front door  19/35"
  }

  static let scripts = "日本語 e\u{301}a\u{300}\u{302} 👩‍👧 🇬🇧 \u{1FA77} \u{1b}[31m| \u{202E}end"

  func draw(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size, style: Style(.text))
    let last = keys.last.map { KeyNotation.text($0) } ?? "none"
    canvas.draw(
      "\(size.columns)x\(size.rows) keys \(keys.count) last \(last)",
      x: 0, y: 0, style: Style(.title))
    canvas.draw(events.joined(separator: " "), x: 0, y: 1, style: Style(.text))
    canvas.draw(Probe.scripts, x: 0, y: 2, style: Style(.text, .underline))
    for y in 3..<max(3, size.rows) {
      canvas.draw(Probe.row(top + y - 3), x: 1, y: y, style: Style(.text))
    }
    canvas.restyle(Rect(x: 0, y: 3 + selected - top, width: size.columns, height: 1)) { style in
      Style(.bar, style.attributes)
    }
    return canvas
  }
}

var options = CursesTerminal.Options()
let mailbox = Mailbox<String>()
options.mailbox = mailbox.descriptor
options.usesColour = getenv("NO_COLOR") == nil
var probe = Probe()

/// Puts a frame together that says so and shows the cursor.
@MainActor
func compose(_ text: String, on terminal: CursesTerminal) {
  var canvas = probe.draw(terminal.size)
  canvas.draw(text, x: 0, y: 4, style: Style(.text))
  terminal.compose(canvas, palette: palette, cursor: (0, 4))
}

@MainActor
func handle(_ key: Key, on terminal: CursesTerminal) {
  probe.keys.append(key)
  switch key {
  case .character("q"): probe.isDone = true
  case .character("j"): probe.selected += 1
  case .character("k"): probe.selected -= 1
  case .character("s"):
    probe.top += 1
    probe.selected += 1
  case .character("c"): probe.hasCursor.toggle()
  case .character("t"):
    let empty: [Int] = Array(CommandLine.arguments.indices.dropFirst(99))
    print(empty[0])
  case .character("o"): fputs("out of the way\n", fdopen(2, "w"))
  case .character("y"): terminal.copy("Garrowby")
  case .character("d"):
    compose("not so", on: terminal)
    terminal.dropComposed()
  case .character("D"):
    compose("not so", on: terminal)
    terminal.dropComposed()
    probe.hasCursor = true
  case .character("h"): compose("not yet", on: terminal)
  case .character("r"):
    compose("not yet", on: terminal)
    terminal.redraw()
  case .character("M"):
    probe.usesMouse.toggle()
    terminal.useMouse(probe.usesMouse)
  case .character("m"): Task.detached { mailbox.post("posted") }
  case .character("e"):
    let line = terminal.yieldTerminal {
      print("an editor runs")
      return readLine() ?? ""
    }
    probe.events.append("edited \(line)")
  case .control("z"): terminal.suspend()
  default: break
  }
}

@MainActor
func handle(_ input: Input, on terminal: CursesTerminal) {
  switch input {
  case .key(let key): handle(key, on: terminal)
  case .resize: break
  case .continued: probe.events.append("continued")
  case .posted: probe.events += mailbox.drain()
  case .terminate(let signal):
    terminal.close()
    exit(128 + signal)
  case .hangUp: exit(3)
  }
}

do {
  let terminal = try CursesTerminal(options: options)
  while true {
    for input in terminal.pending() { handle(input, on: terminal) }
    if probe.isDone { break }
    terminal.present(
      probe.draw(terminal.size), palette: palette, cursor: probe.hasCursor ? (2, 1) : nil)
    terminal.wait(milliseconds: nil)
  }
  terminal.close()
  exit(0)
} catch {
  fputs("\(error)\n", fdopen(2, "w"))
  exit(2)
}
