import Exchange
import InspectionModel
import LetterReader

extension LetterBatch.Item {
  /// The letter in the shape of the machine-readable output, whose keys stay as they are.
  ///
  /// What was not found is null, and days are in ISO form. Of a file that is no letter, the reason
  /// is the only problem.
  var json: JSON {
    switch letter {
    case .success(let letter): json(letter, isJTAI: letter.isJTAI, letter.problems.map(\.json))
    case .failure(let problem): json(Letter(), isJTAI: false, [Self.refusal(problem.description)])
    }
  }

  private func json(_ letter: Letter, isJTAI: Bool, _ problems: [JSON]) -> JSON {
    [
      "file": .string(path), "isJTAI": .bool(isJTAI), "area": .known(letter.area?.value.name),
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
      "addressees": .array(letter.addressees.map(\.value.json)),
      "sections": .array(letter.sections.map(\.json)),
      "passages": .array(letter.passages.map(\.json)), "problems": .array(problems),
    ]
  }

  private static func refusal(_ reason: String) -> JSON {
    [
      "field": .string("file"), "message": .string(reason), "page": .integer(1),
      "line": .integer(1),
    ]
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
      "subheading": .string(subheading), "page": .integer(place.page), "pageTo": .integer(pageTo),
      "text": .string(text), "agencies": .strings(agencies.map(\.agency)),
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
