import Testing

@Test func `a report is written whole, in the format its name ends in, and over nothing`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let file = "\(home.path)/note.html"
  let first = home.run("report", "method", "-r", path, "-o", file)
  #expect((first.status, first.output) == (0, ""))
  #expect(try #require(home.read("note.html")).hasPrefix("<!DOCTYPE html>"))
  let second = home.run("report", "method", "-r", path, "-o", file)
  #expect(second.status == 3)
  #expect(second.errors.contains("note.html already exists; --force replaces it"))
  let third = home.run("report", "method", "-r", path, "-o", file, "--force", "--format", "json")
  #expect(third.status == 0)
  #expect(try #require(home.read("note.html")).hasPrefix("{\n  \"title\": \"Method note\""))
  let fourth = home.run("report", "method", "-r", path, "-o", "\(home.path)/none/note.md")
  #expect(fourth.status == 1 && fourth.errors.contains("cannot open"))
}

@Test func `a report on nothing known is a wrong usage`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  #expect(home.run("report", "weather", "-r", path).status == 2)
  #expect(home.run("report", "method", "-r", path, "--format", "pdf").status == 2)
}

@Test func `x on an account writes a file, and asks before it replaces one`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let keys = { (name: String) in
    "g M x <C-u> " + name.map { $0 == "/" ? "/" : String($0) }.joined(separator: " ") + " <Enter> "
  }
  let file = "\(home.path)/m.txt"
  let dry = home.run("play", keys(file), "-r", path)
  #expect(dry.output.contains("nothing is written without --save") && !home.has("m.txt"))
  let done = home.run("play", keys(file), "--save", "-r", path)
  #expect(done.output.contains("wrote \(home.path)"))
  #expect(try #require(home.read("m.txt")).hasPrefix("Method note\n===========\n"))
  home.write("mine\n", to: "m.txt")
  let asked = home.run("play", keys(file) + "n o <Enter>", "--save", "-r", path)
  #expect(asked.output.contains("is left as it was"))
  #expect(home.read("m.txt") == "mine\n")
  let replaced = home.run("play", keys(file) + "y e s <Enter>", "--save", "-r", path)
  #expect(replaced.output.contains("wrote "))
  #expect(try #require(home.read("m.txt")).hasPrefix("Method note"))
}

@Test(arguments: ["2016", "2016-06", "2016-06-31", "soon", ""])
func `a report is as of a whole day, and of nothing else`(day: String) {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let outcome = home.run("report", "pause", "--on", day, "-r", path)
  #expect(outcome.status == 2)
  #expect(outcome.output.isEmpty)
  #expect(outcome.errors == "jointview: “\(day)” is not a date: write 2016-06-24\n")
  #expect(home.run("report", "pause", "--on", "2016-06-24", "-r", path).status == 0)
}

@Test func `two filters are compared, and a reading is asked of what has both`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let two = home.run("report", "compare", "from:2016", "from:2019..", "-r", path)
  #expect(two.status == 0 && two.output.hasPrefix("# from:2016 beside from:2019.., as coded"))
  let read = home.run("report", "picture", "--reading", "machine", "-r", path)
  #expect(read.status == 0 && read.output.hasPrefix("# Picture as read"))
  let none = home.run("report", "burden", "--reading", "machine", "-r", path)
  #expect(none.status == 2)
  #expect(none.errors.contains("burden has one reading only, so it takes no --reading"))
  let wrong = home.run("report", "compare", "from:2016", "from:never", "-r", path)
  #expect(wrong.status == 2 && wrong.errors.contains("never"))
}
