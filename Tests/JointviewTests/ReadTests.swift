import Glibc
import Testing

/// A letter of an invented area, as `pdftotext` gives it.
private let letter = """
  12 May 2017

  Ann Arbour, Director of Children’s Services, Wexmoor Council

  Dear local partnership

  Joint targeted area inspection of the multi-agency response to abuse and neglect in Wexmoor

  Between 27 and 31 March 2017, Ofsted, the Care Quality Commission (CQC), HMI Constabulary (HMIC) and HMI Probation (HMIP)
  undertook a joint inspection of the multi-agency response to abuse and neglect in Wexmoor. This inspection included a ‘deep dive’
  focus on the response to children living with domestic abuse.

  This letter to all the service leaders in the area outlines our findings.

  Key strengths

  \u{F06E}  Police officers share what they know with schools on the same day.

  Areas for improvement

  \u{F06E}  Health staff do not always attend strategy meetings.

  Next steps

  The local authority should prepare a written statement of proposed action. It should send the written statement of action
  to someone@example.org by 24 August 2017.

  Yours sincerely

  Ofsted                       Care Quality Commission
  Eve Elm                      Fay Fir
  National Director            Deputy Chief Inspector

  """

@Test func `a letter is put into a register once, its new area with it`() {
  let home = Home()
  let path = home.write(letter, to: "letter.txt")
  let register = home.path + "/a.rec"
  #expect(home.run("init", register).status == 0)
  let first = home.run("read", path, "--into", register)
  #expect(first.status == 0)
  #expect(first.output.hasPrefix("letter.txt: jtai-wexmoor-2017: "))
  let passages = home.run("list", "passages", "--format", "csv", "-r", register).output
  #expect(passages.contains("jtai-wexmoor-2017/s1,jtai-wexmoor-2017,strength,1,"))
  let again = home.run("read", path, "--into", register)
  #expect(again.output.hasPrefix("letter.txt: jtai-wexmoor-2017: nothing new\n"))
}

@Test func `rec of a letter has the keys that it gets in a register`() {
  let home = Home()
  let path = home.write(letter, to: "letter.txt")
  let records = home.run("read", path, "--format", "rec").output
  #expect(records.contains("Id: jtai-wexmoor-2017\n"))
  #expect(records.contains("Id: jtai-wexmoor-2017/s1\n"))
}

@Test func `a letter cut in half is told, and nothing of it is written`() throws {
  let home = Home()
  let half = try #require(letter.split(separator: "Next steps").first)
  let path = home.write(String(half), to: "half.txt")
  let register = home.path + "/a.rec"
  #expect(home.run("init", register).status == 0)
  let before = home.read("a.rec")
  let outcome = home.run("read", path, "--into", register)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("the letter breaks off before its signatures"))
  #expect(home.read("a.rec") == before)
  #expect(home.run("read", path).status == 1)
}

@Test func `a pipe and a device are refused, and the other files are read`() {
  let home = Home()
  let pipe = home.path + "/pipe"
  #expect(mkfifo(pipe, 0o600) == 0)
  let path = home.write(letter, to: "letter.txt")
  let outcome = home.run("read", pipe, "/dev/zero", path)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("cannot read \(pipe): it is not an ordinary file"))
  #expect(outcome.errors.contains("cannot read /dev/zero: it is not an ordinary file"))
  #expect(outcome.output.contains("Wexmoor"))
  #expect(home.run("check", pipe).output.contains("it is not an ordinary file"))
}

@Test func `what is no register is not opened as an empty one`() {
  let home = Home()
  let path = home.write(letter, to: "letter.txt")
  let outcome = home.run("list", "areas", "-r", path)
  #expect(outcome.status == 1)
  #expect(
    outcome.errors == "jointview: \(path) is no register: it has no record set such as %rec: Area\n"
  )
}

@Test func `output that cannot be written is no success`() {
  let home = Home()
  let outcome = home.run(
    ["-c", "\(programPath) list areas > /dev/full"], program: "/bin/sh")
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("cannot write"))
}
