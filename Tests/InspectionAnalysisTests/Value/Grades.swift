import InspectionModel

/// Registers of made-up grades, written as short as can be.
struct Grades {
  private static let names = """
    %rec: Area

    Id: ashby
    Name: Ashby

    Id: birch-county
    Name: Birch County
    To: 2019-03-31
    Successor: birch

    Id: birch
    Name: Birch

    Id: cole
    Name: Cole

    Id: dale
    Name: Dale

    %rec: Framework

    Id: ilacs
    Name: ILACS

    Id: jtai
    Name: JTAI

    Id: sif
    Name: SIF

    Id: tlac
    Name: TLAC

    Id: youth-justice
    Name: Youth justice

    %rec: Inspection


    """
  private var inspections = ""
  private var judgements = "%rec: Judgement\n\n"

  /// An inspection of a day, a full one published on the 28th of the same month:
  /// `sif ashby 2015-03-02 good`, `jtai cole 2018-05 priority`, `jtai dale listed`.
  mutating func add(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    let (framework, area, day) = (words[0], words[1], words[2])
    let outcome = words.count > 3 ? words[3] : nil
    inspections += "Id: \(framework)-\(area)-\(day)\nArea: \(area)\nFramework: \(framework)\n"
    if day == "listed" {
      inspections += "Listed: 2025-03-28\n"
    } else {
      inspections += "From: \(day)\nTo: \(day)\n"
      if framework != "jtai" { inspections += "Published: \(day.dropLast(2))28\n" }
    }
    if outcome == "priority" {
      inspections += "PriorityAction: yes\n"
    } else if let outcome {
      judgements += "Id: \(framework)-\(area)-\(day)/overall\nAspect: overall\n"
      judgements += "Inspection: \(framework)-\(area)-\(day)\nGrade: \(outcome)\n\n"
    }
    inspections += "Certainty: stated-in-letter\nSource: https://example.org\n\n"
  }

  init(_ lines: String...) {
    for line in lines { add(line) }
  }

  var register: Register { Registers.read(Self.names + inspections + judgements) }
}
