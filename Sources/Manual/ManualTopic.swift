/// A topic of the manual: what one asks for, what it is about, and what it says.
public struct ManualTopic: Hashable, Sendable {
  /// What one asks for: `code-line`.
  public let name: String
  public let title: String
  /// What it is about, in a sentence.
  public let summary: String
  public let blocks: [ManualBlock]

  public init(name: String, title: String, summary: String, blocks: [ManualBlock]) {
    (self.name, self.title, self.summary, self.blocks) = (name, title, summary, blocks)
  }
}

/// A block of a topic.
public enum ManualBlock: Hashable, Sendable {
  case heading(String)
  case paragraph([ManualSpan])
  /// One of a list.
  case item([ManualSpan])
  /// A term, and what it means.
  case definition(term: [ManualSpan], meaning: [ManualSpan])
  /// Lines to be shown as they are.
  case code([String])
  /// A place for what the program knows of itself, by its name: `keys`.
  case insertion(String)
}

/// A piece of running text.
public enum ManualSpan: Hashable, Sendable {
  case text(String)
  /// What a person types, or what stands in a file.
  case code(String)
  /// The keys of an action, by its name.
  case keys(String)
}

extension ManualTopic {
  /// The topic with what the program knows of itself in some of its places.
  ///
  /// - Parameter insertion: the blocks of a name; nil leaves the place as it is.
  public func filled(_ insertion: (String) -> [ManualBlock]?) -> ManualTopic {
    let blocks = blocks.flatMap { block -> [ManualBlock] in
      guard case .insertion(let name) = block else { return [block] }
      return insertion(name) ?? [block]
    }
    return ManualTopic(name: name, title: title, summary: summary, blocks: blocks)
  }

  /// The topic with the keys of actions written out.
  ///
  /// - Parameter keys: the keys of an action as a person would write them; nil where it has none.
  public func completed(keys: (String) -> String?) -> ManualTopic {
    func spans(_ spans: [ManualSpan]) -> [ManualSpan] {
      spans.map { span in
        guard case .keys(let action) = span else { return span }
        return .code(keys(action) ?? ":" + action)
      }
    }
    let blocks = blocks.map { block -> ManualBlock in
      switch block {
      case .heading, .code, .insertion: block
      case .paragraph(let text): .paragraph(spans(text))
      case .item(let text): .item(spans(text))
      case .definition(let term, let meaning):
        .definition(term: spans(term), meaning: spans(meaning))
      }
    }
    return ManualTopic(name: name, title: title, summary: summary, blocks: blocks)
  }
}
