import Testing

/// Of ada, who reads a second time what bo coded, and is not to see that.
private let blindRegister =
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

@Test func `a command tells a blind reader nothing hidden, and changes none of it`() {
  let home = Home()
  let path = home.write(blindRegister, to: "a.rec")
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

@Test func `an import tells a blind reader nothing hidden, and changes none of it`() {
  let home = Home()
  let path = home.write(blindRegister, to: "a.rec")
  let tables = home.path + "/tables"
  #expect(home.run("export", tables, "-r", path).status == 0)
  #expect(home.read("tables/contributions.csv")?.contains("C-1") == false)
  for rest in [["--plan"], []] {
    let outcome = home.run(["import", tables, "--into", path] + rest)
    #expect(outcome.status == 0 && !outcome.output.contains("C-1"), "\(outcome)")
  }
  let guess =
    "id,passage,agency,direction,review,pass,by,on\r\n"
    + "C-1,jtai-ashby-2017/s1,police,-,R-1,first,bo,2026-11-01\r\n"
  home.write(guess, to: "tables/contributions.csv")
  let outcome = home.run("import", tables, "--into", path)
  #expect(outcome.status == 1 && !outcome.output.contains("direction"), "\(outcome)")
  #expect(home.read("a.rec") == blindRegister)
}
