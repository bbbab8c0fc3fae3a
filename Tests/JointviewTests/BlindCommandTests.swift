import Testing

@Test func `a command tells a blind reader nothing hidden, and changes none of it`() {
  let home = Home()
  let blind =
    smallRegister + """

      %rec: Contribution

      Id: C-1
      Passage: jtai-ashby-2017/s1
      Agency: police
      Direction: +
      Review: R-1
      Pass: first
      By: bo
      On: 2026-11-01

      %rec: Review

      Id: R-1
      Name: First look
      Order: date
      Reviewer: bo
      Pass: first
      State: closed

      Id: R-2
      Name: Second look
      Order: date
      Reviewer: ada
      Pass: second
      Blind: yes
      Of: R-1
      State: open
      """
  let path = home.write(blind, to: "a.rec")
  for direction in ["+", "-"] {
    for rest in [["--dry-run"], []] {
      let outcome = home.run(
        ["set", "contribution", "C-1", "direction=\(direction)", "-r", path] + rest)
      #expect(outcome.status == 1 && outcome.output == "")
      #expect(outcome.errors.contains("there is no contribution C-1"))
    }
  }
  #expect(home.run("remove", "contribution", "C-1", "-r", path, "--dry-run").status == 1)
  #expect(home.run("set", "area", "ashby", "name=Ashby North", "-r", path).status == 0)
  #expect(home.read("a.rec")?.contains("Direction: +\n") == true)
}
