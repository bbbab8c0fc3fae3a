import Glibc
import PseudoTerminal
import Testing

/// The end of 2026-11-23, in seconds since 1970.
private let midnight = 1_795_478_400

/// A wall clock that says what stands in a file, in place of the kernel's.
private let clock = """
  #include <stdio.h>
  #include <stdlib.h>
  #include <time.h>

  time_t time(time_t *result) {
    long now = 0;
    FILE *file = fopen(getenv("CLOCK"), "re");
    if (file) {
      if (fscanf(file, "%ld", &now) != 1) now = 0;
      fclose(file);
    }
    if (result) *result = now;
    return now;
  }
  """

extension Home {
  /// The variables by which a program gets a clock that ``set(_:)`` sets; nil where there is no
  /// compiler to make one.
  fileprivate func makeClock() -> [String: String]? {
    library(clock, "clock").map { ["LD_PRELOAD": $0, "CLOCK": "\(path)/clock", "TZ": "UTC0"] }
  }

  /// Sets it, in seconds since 1970.
  fileprivate func set(_ seconds: Int) {
    // Whole or not at all, as the program may look at any moment.
    write("\(seconds)\n", to: "clock.next")
    rename("\(path)/clock.next", "\(path)/clock")
  }
}

@Test func `a code made after midnight has the day that the trail has`() throws {
  let home = Home()
  guard let environment = home.makeClock() else { return print("skipped: no C compiler") }
  let path = home.write(smallRegister, to: "a.rec")
  home.set(midnight - 600)
  let terminal = try home.open(path, environment: environment)
  terminal.send(toPassage + "cp4-\r")
  try terminal.wait(for: "police I4 - in jtai-ashby-2017/s1 (u undoes)")
  home.set(midnight + 600)
  terminal.send("ch4+\r")
  try terminal.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
  try terminal.leave()
  let lines = try #require(home.read("a.rec")).split(separator: "\n")
  // Records stand in the order of their keys, which are random.
  let days = lines.filter { $0.hasPrefix("On: ") }.sorted()
  #expect(days == ["On: 2026-11-23", "On: 2026-11-24"])
  let trail = try #require(home.read("a.trail.rec")).split(separator: "\n")
  let times = trail.filter { $0.hasPrefix("When: ") }
  #expect(times == ["When: 2026-11-23T23:50:00Z", "When: 2026-11-24T00:10:00Z"])
}

@Test func `an account that nobody touches at midnight is of the new day`() throws {
  let home = Home()
  guard let environment = home.makeClock() else { return print("skipped: no C compiler") }
  let concern = "\n%rec: Concern\n\nId: K1\nName: Every partner\nRaised: 2015-08-11\n"
  home.set(midnight - 1)
  let path = home.write(smallRegister + concern, to: "a.rec")
  let terminal = try home.open(path, environment: environment, columns: 120, rows: 40)
  terminal.send("gk")
  try terminal.wait(for: "on 2026-11-23")
  home.set(midnight)
  try terminal.wait(for: "on 2026-11-24")
  try terminal.leave()
}
