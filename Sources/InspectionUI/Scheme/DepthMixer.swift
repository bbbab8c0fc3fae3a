import TerminalCore

/// A colour at one depth: its number there, of 24 bits or an index, and what the eye gets of it.
struct Tone: Hashable {
  let number: Int
  let rgb: RGB

  func contrast(with other: Tone) -> Double { rgb.contrast(with: other.rgb) }
}

/// Finds the colours of a scheme's roles at one depth of colour.
///
/// Each role gets the first of its colours that can be read on its ground; no colour is altered.
/// At 8 and 16 colours the hues keep their places as far as they can be read, and the grounds are
/// black and white: what a person has for those is not known, and what xterm has is near it.
struct DepthMixer {
  private let depth: ColourDepth
  private let demands: Scheme.Demands
  private let isLight: Bool
  /// What each slot can be at this depth, the nearest first.
  private var tones: [[Tone]] = []

  init(depth: ColourDepth, colours: [RGB], demands: Scheme.Demands, isLight: Bool) {
    (self.depth, self.demands, self.isLight) = (depth, demands, isLight)
    tones = colours.indices.map { tones(of: colours[$0], in: $0) }
  }

  /// What the roles get: their text and their ground, and their text in a selected row.
  struct Mix {
    var looks = RoleTable<(text: Tone, ground: Tone)>()
    var selected: (ground: Tone, texts: RoleTable<Tone>)
  }

  func mix() -> Mix {
    var plain = RoleTable<Tone>()
    var mix = Mix(selected: selection())
    let page = ground(0)
    for rule in RoleRule.table {
      let own = rule.kind == .block ? page : ground(rule.ground)
      let tone = pick(rule, on: own, beside: plain)
      plain[rule.role] = tone
      mix.looks[rule.role] = rule.kind == .block ? (own, tone) : (tone, own)
    }
    mix.looks[.selected] = mix.selected.texts[.text].map { ($0, mix.selected.ground) }
    return mix
  }

  /// The ground of a selected row on which most roles keep a hue that can be read.
  private func selection() -> (ground: Tone, texts: RoleTable<Tone>) {
    let page = ground(0)
    let grounds = selectedGrounds
    let found = grounds.filter { $0 != page }.map { ground in
      // A ground that is hardly another one has to be worth some hues.
      let isFaint = ground.contrast(with: page) < 1.2
      let (tones, hues) = texts(on: ground)
      return (ground: ground, texts: tones, value: hues - (isFaint ? 4 : 0))
    }
    guard let most = found.map(\.value).max(), let best = found.first(where: { $0.value == most })
    else { return (page, texts(on: page).tones) }
    return (best.ground, best.texts)
  }

  /// What every role of a row gets on a ground, and how many of them keep a hue.
  private func texts(on ground: Tone) -> (tones: RoleTable<Tone>, hues: Int) {
    let greys = [5, 6, 7].flatMap { tones[$0] }
    var (found, hues) = (RoleTable<Tone>(), 0)
    for rule in RoleRule.table where !rule.hasOwnGround {
      let tone = pick(rule, on: ground, beside: found)
      found[rule.role] = tone
      // What cannot be read outweighs every hue.
      hues += tone.contrast(with: ground) < demands.wanted(of: rule) ? -100 : 0
      hues += greys.contains(tone) ? 0 : 1
    }
    return (found, hues)
  }

  private func pick(_ rule: RoleRule, on ground: Tone, beside found: RoleTable<Tone>) -> Tone {
    let wanted = demands.wanted(of: rule)
    let slots = demands.isSafeForRedGreen ? rule.safeSlots : rule.slots
    let others = rule.apart.compactMap { found[$0] }
    var (tones, legible) = ([Tone](), [Tone]())
    for slot in slots + [5, 6, 7] + Array(0..<16) {
      for tone in self.tones[slot] {
        tones.append(tone)
        guard tone.contrast(with: ground) >= wanted else { continue }
        legible.append(tone)
        if rule.isNeverGreen && tone.rgb.isGreen { continue }
        if others.allSatisfy({ isApart(tone, $0) }) { return tone }
      }
    }
    // The first of those that are farthest from the others, or, where none can be read, of those
    // that can be read best.
    return farthest(legible) { distance($0, others) }
      ?? farthest(tones) { $0.contrast(with: ground) } ?? ground
  }

  /// The first of those for which a measure is greatest.
  private func farthest(_ tones: [Tone], by measure: (Tone) -> Double) -> Tone? {
    var most: (tone: Tone, measure: Double)?
    for tone in tones {
      let measure = measure(tone)
      if most.map({ measure > $0.measure }) ?? true { most = (tone, measure) }
    }
    return most?.tone
  }

  /// Whether nobody takes the one for the other.
  private func isApart(_ one: Tone, _ other: Tone) -> Bool {
    demands.isSafeForRedGreen
      ? distance(one, [other]) >= Scheme.Demands.seenApart : one != other
  }

  /// How far a colour is from the nearest of others, to the eyes that see the least of it.
  private func distance(_ tone: Tone, _ others: [Tone]) -> Double {
    let differences = others.flatMap { other in
      ColourVision.allCases.map { $0.difference(tone.rgb, other.rgb) }
    }
    return differences.min() ?? .infinity
  }
}

// MARK: - Colours of a depth

extension DepthMixer {
  private func tones(of colour: RGB, in slot: Int) -> [Tone] {
    switch depth {
    case .direct, .indexed: [tone(of: colour)]
    case .sixteen: ansi(slot).flatMap { $0 > 0 && $0 < 7 ? [$0, $0 + 8] : [$0] }.map(xterm)
    case .eight, .none: ansi(slot).filter { $0 < 8 }.map(xterm)
    }
  }

  /// Greys go from black to white in a dark scheme and the other way in a light one; the hues have
  /// the places of ANSI, orange and brown those of yellow.
  private func ansi(_ slot: Int) -> [Int] {
    switch slot {
    case 0...2: [isLight ? 7 : 0]
    // Between black and white.
    case 3, 4: [8, isLight ? 0 : 7]
    case 5...6: [isLight ? 0 : 7]
    case 7: isLight ? [0] : [15, 7]
    default: [[1, 3, 3, 2, 6, 4, 5, 3][slot - 8]]
    }
  }

  private func ground(_ slot: Int) -> Tone {
    switch depth {
    case .direct, .indexed: tones[slot][0]
    case .sixteen: xterm(isLight ? (slot == 0 ? 15 : 7) : 0)
    case .eight, .none: xterm(isLight ? 7 : 0)
    }
  }

  /// With few colours the other end of the greys: no ground between leaves enough that can be read.
  private var selectedGrounds: [Tone] {
    switch depth {
    case .direct, .indexed: [ground(2), ground(1)]
    case .sixteen: [xterm(isLight ? 0 : 15)]
    case .eight, .none: [xterm(isLight ? 0 : 7)]
    }
  }

  private func tone(of colour: RGB) -> Tone {
    let shades = Shades(
      direct: colour, indexed: Indexed256.nearest(to: colour), sixteen: 0, eight: 0)
    let number = depth == .direct ? Int(colour.value) : Int(shades.indexed)
    return Tone(number: number, rgb: depth.shown(.named(shades)) ?? colour)
  }

  private func xterm(_ number: Int) -> Tone {
    Tone(number: number, rgb: XtermColours.rgb(number))
  }
}
