import InspectionOperations

/// Small tables in the shapes in which they are published.
enum Published {
  static let outcomes =
    "Web link,Local authority area code,Local authority name,Ofsted region,Inspection date,"
    + "Publication date,Overall effectiveness,The impact of leaders on social work practice with "
    + "children and families,The experiences and progress of children who need help and "
    + "protection,The experiences and progress of children in care,"
    + "The experiences and progress of care leavers"

  static let history = outcomes.replacing(
    "Local authority name,", with: "Local authority name,Local authority status,"
  ).replacing("Publication date,", with: "Publication date,Inspection type,")

  static let inYear =
    outcomes.replacing("Inspection date", with: "Inspection/Visit date")
    .replacing("Ofsted region", with: "Region")
    .replacing("Publication date,", with: "Publication date,Inspection/Visit type,")
    + ",Visit Theme"

  private static let wideHeadings = """
    Web link,Local authority name,"Safeguarding & Looked After Children (SLAC)\r\nInspection \
    publication date",SLAC Safeguarding Overall effectiveness (OE),SLAC Looked After Children \
    Overall Effectiveness (OE),Single Inspection of LA Children's Services (SIF)  First SIF \
    publication date,First SIF Overall Judgement (OE),First SIF children looked after and \
    achieving permanence,First SIF CLA Sub: Adoption Performance,LSCB Overall Effectiveness,\
    Single Inspection of LA Children's Services (SIF) SIF Re-inspection publication date,SIF \
    Re-inspection Overall Judgement (OE),First ILACS framework inspection type,First ILACS \
    framework publication date,First ILACS framework overall effectiveness,First ILACS framework \
    experiences and progress of children in care and care leavers
    """

  /// Two tables in one sheet, the second of areas that are no more.
  static let wide = """
    Underlying data
    A note
    \(wideHeadings)
    x,Barnet,2012-02-24,Good,Good,2017-07-07,Inadequate,Inadequate,Good,Inadequate,2018-05-01,\
    Requires improvement to be good,ILACS Short Inspection,2019-07-01,Good,Good
    Local authorities that no longer exist
    Local authority name,Single Inspection of LA Children's Services (SIF) First SIF publication \
    date,First SIF Overall Judgement (OE)
    Poole,2015-03-02,Good

    """

  static let jtai = """
    urn,la_code,region_code,ltla23cd,stat_neighbours,local_authority,inspection_link,\
    inspection_start_date,publication_date,local_link_to_all_inspections,inspection_theme,\
    summary_priority_action,summary_improvement,case_study_title
    80434,303,E12000007,E09000004,x,bexley,https://files.ofsted.gov.uk/v1/file/50000999,\
    01/07/24,23/08/24,https://reports.ofsted.gov.uk/x,abuse and neglect,Not found or not \
    applicable.,"One, two",x

    """

  static let ilacsOverview = """
    urn,la_code,region_code,ltla23cd,local_authority,inspection_link,overall_effectiveness_grade,\
    inspection_framework,inspector_name,inspection_start_date,inspection_end_date,\
    publication_date,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,\
    care_leavers_grade
    80487,302,E12000007,E09000003,barnet,https://files.ofsted.gov.uk/v1/file/1,good,short,a b,\
    10/06/2024,14/06/2024,23/07/24,good,good,outstanding,good

    """

  static let ilacsHistory = """
    urn,local_authority,inspection_link,pdf_filename,publication_date,inspection_framework,\
    inspector_name,inspection_start_date,inspection_end_date,overall_effectiveness_grade,\
    impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade,\
    parser_version
    80487,barnet,https://files.ofsted.gov.uk/v1/file/1,a.pdf,23/07/24,standard,a b,10/06/2024,\
    21/06/2024,good,good,data_unreadable,outstanding,good,2
    80487,barnet,https://files.ofsted.gov.uk/v1/file/2,b.pdf,01/08/26,standard,a b,01/06/2026,\
    12/06/2026,not_reported_post_reform,good,good,outstanding,good,2

    """

  static let send = """
    urn,la_code,local_authority,inspection_link,outcome_grade,previous_inspection_date,\
    inspection_start_date,inspection_end_date,publication_date,next_inspection
    80428,822,bedford,https://files.ofsted.gov.uk/v1/file/50268244,Typically positive,,18/11/24,\
    22/11/24,04/02/25,Within 5 years

    """

  static let youthJustice = """
    la_name,la_ref,score_%,overall_rating,publication_date,report_url,staff,assessment
    Barnet,barnet-yos,58.33,Good,31/05/22,https://www.justiceinspectorates.gov.uk/x/,Good,Good
    Sutton,sutton,50.0,Requires i mprovement,06/09/2022,https://www.gov.uk/y,,

    """

  static let short = """
    \u{FEFF}Web link,Local authority name,Ofsted region,new_la_code,Inspection date (dd/mm/yyyy),\
    Overall effectiveness,Impact of leaders,Experiences and progress of children who need help \
    and protection,Experiences and progress of children in care,Experiences and progress of care \
    leavers
    x,Barnet,London,E09000003,10/06/2024,Good,Good,Good,Outstanding,Good

    """

  private static let good = ",Good,Good,Good,Good,Good\n"
  private static let barnet = "x,E09000003,Barnet,"

  static let all: [(TableKind, String)] = [
    (.outcomes, outcomes + "\n\(barnet)London,2024-06-10,2024-07-23" + good),
    (
      .history,
      history + "\n\(barnet)Current,London,2024-06-10,2024-07-23,ILACS Short Inspection" + good
    ),
    (
      .inYear,
      inYear + "\n\(barnet)London,2025-03-26,2025-04-29,ILACS Focused Visit,,,,,,Care leavers\n"
    ),
    (.underlying, wide), (.jtaiOverview, jtai), (.ilacsOverview, ilacsOverview),
    (.ilacsHistory, ilacsHistory), (.sendOverview, send), (.youthJustice, youthJustice),
    (.outcomes, short),
  ]
}
