import Exchange
import InspectionModel
import LetterReader

extension LetterBatch.Item {
  /// The report in the shape of the machine-readable output, whose keys stay as they are.
  ///
  /// What was not found is null, and days are in ISO form. Of a file that is no report, the reason
  /// is the only problem.
  var json: JSON {
    switch letter {
    case .success(let letter):
      json(
        letter, isJTAI: letter.isJTAI, isReport: letter.isReport, letter.problems.map(\.json))
    case .failure(let problem):
      json(Letter(), isJTAI: false, isReport: false, [Self.refusal(problem.description)])
    }
  }

  private func json(_ letter: Letter, isJTAI: Bool, isReport: Bool, _ problems: [JSON]) -> JSON {
    [
      "file": .string(path), "isJTAI": .bool(isJTAI), "isReport": .bool(isReport),
      "area": .known(letter.area?.value.name),
      "areaCode": .known(letter.area?.value.code), "framework": .known(letter.framework?.value),
      "theme": .known(letter.theme?.value.id), "themeWords": .known(letter.theme?.value.words),
      "fieldwork": [
        "from": .known(letter.fieldworkFrom?.value.description),
        "to": .known(letter.fieldworkTo?.value.description),
      ],
      "published": .known(letter.published?.value.description),
      "inspectorates": .strings(letter.inspectorates.map(\.value.rawValue)),
      "statementDue": .known(letter.statementDue?.value.description),
      "statementBy": .known(letter.statementBy?.value),
      "judgements": .array(letter.judgements.map(\.json)), "next": .array(letter.next.map(\.json)),
      "previous": .array(letter.previous.map(\.json)),
      "responsibleBodies": .strings(letter.responsibleBodies.map(\.value)),
      "addressees": .array(letter.addressees.map(\.value.json)),
      "sections": .array(letter.sections.map(\.json)),
      "passages": .array(letter.passages.map(\.json)), "problems": .array(problems),
      "found": letter.foundJSON,
    ]
  }

  private static func refusal(_ reason: String) -> JSON {
    [
      "field": .string("file"), "message": .string(reason), "page": .integer(1),
      "line": .integer(1),
    ]
  }
}

extension Letter {
  /// Where each fact stands and how it is known, under the key that the fact has here.
  fileprivate var foundJSON: JSON {
    func found<Value>(_ fact: Found<Value>?) -> JSON? {
      fact.map {
        [
          "page": .integer($0.place.page), "line": .integer($0.place.line),
          "how": .string($0.how.rawValue),
        ]
      }
    }
    return [
      "area": found(area), "framework": found(framework), "theme": found(theme),
      "fieldwork": found(fieldworkFrom), "published": found(published),
      "inspectorates": found(inspectorates.first), "statementDue": found(statementDue),
      "statementBy": found(statementBy), "responsibleBodies": found(responsibleBodies.first),
      "addressees": found(addressees.first),
    ]
  }
}

extension Letter.Judgement {
  fileprivate var json: JSON {
    [
      "aspect": .string(aspect.rawValue), "grade": .known(grade?.rawValue), "words": .string(words),
      "reason": .known(reason?.rawValue), "page": .integer(place.page),
      "line": .integer(place.line),
    ]
  }
}

extension Letter.NextVisit {
  fileprivate var json: JSON { ["kind": .string(kind), "withinMonths": .integer(withinMonths)] }
}

extension Letter.Visit {
  fileprivate var json: JSON {
    ["from": .string(from.description), "to": .string(to.description)]
  }
}

extension Letter.Addressee {
  /// The office held and the organisation; empty where none is named.
  fileprivate var json: JSON { ["post": .string(post), "body": .string(body)] }
}

extension Letter.Section {
  fileprivate var json: JSON {
    [
      "heading": .string(heading), "kind": .string(kind.rawValue), "level": .integer(level),
      "page": .integer(place.page),
    ]
  }
}

extension Letter.Passage {
  fileprivate var json: JSON {
    [
      "section": .string(section.rawValue), "index": .integer(index),
      "subheading": .string(subheading), "number": .known(number), "page": .integer(place.page),
      "pageTo": .integer(pageTo), "text": .string(text), "bodies": .strings(bodies),
      "agencies": .strings(agencies.map(\.agency)),
    ]
  }
}

extension Letter.Problem {
  fileprivate var json: JSON {
    [
      "field": .string(field), "message": .string(message), "page": .integer(place.page),
      "line": .integer(place.line),
    ]
  }
}
