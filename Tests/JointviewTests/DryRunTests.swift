import Glibc
import Testing

@Test func `a dry run refuses a register that cannot be changed, as the change itself does`() {
  let home = Home()
  let pipe = home.path + "/pipe.rec"
  #expect(mkfifo(pipe, 0o600) == 0)
  for rest in [[], ["--dry-run"]] {
    let outcome = home.run(["set", "area", "ashby", "name=Ash", "-r", pipe] + rest)
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("pipe.rec cannot be changed: it is not an ordinary file"))
  }
}
