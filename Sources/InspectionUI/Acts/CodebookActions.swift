import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// What can be done to a criterion on the screen.
enum CodebookActions {
  static func add(_ register: Register) -> Step {
    do throws(Refusal) {
      let key = try Codebook.freeKey(in: register)
      return .prompt(
        TextPrompt("name of criterion \(key) ") { name in
          name.isEmpty ? [] : [.run(AddCriterion(name: name))]
        })
    } catch {
      return .say(Message(error.description, .warning))
    }
  }

  static func retire(_ criterion: Criterion, _ context: Context) -> [Step] {
    if let refusal = RetireCriterion.refusal(criterion) {
      return [.say(Message(refusal.description, .error))]
    }
    let key = criterion.key
    // One that is taken into use again takes nothing away.
    guard criterion.status == nil else {
      return [TextPrompt.because { [.run(RetireCriterion(key, because: $0))] }]
    }
    let sentence =
      "\(coded(criterion)) coded by \(key) keep it; nothing new can be coded by it."
    return [
      TextPrompt.because { reason in
        let retire = Step.run(RetireCriterion(key, because: reason))
        return [.prompt(QuestionPrompt(sentence, "retires it", then: [retire]))]
      }
    ]
  }

  /// `64 contributions`. O(contributions).
  private static func coded(_ criterion: Criterion) -> String {
    let all = criterion.record.register.all(Contribution.self)
    return counted(all.count { $0.criterion?.row == criterion.row }, "contribution")
  }

  static func merge(_ criterion: Criterion, _ context: Context) -> [Step] {
    if let why = context.blinding?.sentence { return [.say(Message("not now: \(why)", .warning))] }
    let key = criterion.key
    guard criterion.status == nil else {
      return [
        .say(Message(Refusal.notInUse(criterion: key).description, .warning))
      ]
    }
    let (book, coded) = (CodeAlphabet(context.register), coded(criterion))
    return [
      .prompt(
        TextPrompt("merge \(key) into the criterion with digit ") { digit in
          guard let target = digit.first.flatMap(book.criterion), target != key else {
            return [.say(Message("“\(digit)” is the digit of no other criterion", .warning))]
          }
          let sentence = "\(coded) coded by \(key) move to \(target), and \(key) is no longer used."
          return [
            TextPrompt.because { reason in
              let merge = Step.run(MergeCriterion(key, into: target, because: reason))
              return [.prompt(QuestionPrompt(sentence, "merges them", then: [merge]))]
            }
          ]
        })
    ]
  }
}
