import InspectionModel

extension RegisterPackage {
  /// A page for people: what each table is, and how to open it.
  ///
  /// - Parameter rows: how many rows each table has, in the order of the tables.
  public func readme(rows: [Int]) -> String {
    let list = zip(tables, rows).map { table, rows in
      "| `\(fileName(of: table))` | \(rows) | \(Self.oneLine(table.description)) |"
    }
    return """
      # \(Self.oneLine(name))

      A register of inspections of children's services in England, as tables. jointview wrote it
      and replaces these files when it exports to this folder again; it leaves other files alone.

      | file | rows | what a row is |
      |---|---:|---|
      \(list.joined(separator: "\n"))

      `datapackage.json` says what every column holds: a Frictionless Data Package, which
      `frictionless validate datapackage.json` checks.

      ## How to open it

      \(format == .csv ? Self.waysOfCSV : Self.waysOfParquet)

      ## How it is written

      \(format == .csv ? Self.rulesOfCSV : Self.rulesOfParquet)

      ## Whose it is

      Facts that inspectorates and government published are under the Open Government Licence v3.0;
      `datapackage.json` names the other licences and the sources. What people coded, noted and
      summarised belongs to whoever shares this folder, who says what may be done with it.

      """
  }

  private static func oneLine(_ text: String) -> String {
    MarkdownReport.text(RecordTable.oneLine(text))
  }

  /// A line of Python is not to look like one of Swift.
  private static let importing = "import"

  /// Each of them is run by a test, word for word, but for those of R and Excel.
  private static let waysOfCSV = """
    pandas:

    ```python
    \(importing) pandas as pd
    contributions = pd.read_csv("contributions.csv", dtype="string", \
    keep_default_na=False, na_values=[""])
    print(len(contributions))
    ```

    DuckDB:

    ```sql
    CREATE VIEW contributions AS FROM read_csv('contributions.csv', header = true, \
    quote = '"', escape = '"');
    SELECT count(*) FROM contributions;
    SELECT agency, direction, count(*) FROM contributions GROUP BY ALL ORDER BY ALL;
    ```

    R:

    ```r
    contributions <- read.csv("contributions.csv", colClasses = "character", na.strings = "", \
    encoding = "UTF-8")
    contributions$on <- as.Date(contributions$on)
    table(contributions$agency, contributions$direction)
    ```

    Excel and Power BI: choose Get Data, Blank Query, Advanced Editor, and put in, with your folder:

    ```
    let Source = Csv.Document(File.Contents("C:\\export\\contributions.csv"), \
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
        Contributions = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
    in Contributions
    ```
    """

  private static let waysOfParquet = """
    pandas (with pyarrow):

    ```python
    \(importing) pandas as pd
    contributions = pd.read_parquet("contributions.parquet")
    print(len(contributions))
    ```

    DuckDB:

    ```sql
    CREATE VIEW contributions AS FROM 'contributions.parquet';
    SELECT count(*) FROM contributions;
    SELECT agency, direction, count(*) FROM contributions GROUP BY ALL ORDER BY ALL;
    ```

    R (with arrow):

    ```r
    library(arrow)
    contributions <- read_parquet("contributions.parquet")
    table(contributions$agency, contributions$direction)
    ```

    Power BI: choose Get Data, Parquet, and the file.
    """

  private static let common = """
    - A column is called as the field of the register is, in lower case; `id` is the key. A column
      that names records of another table holds their `id`.
    - A field that may stand several times is an array: `["police","health"]`.
    - `other` holds what the columns cannot, as an object of JSON: fields that jointview does not
      know, and values that do not fit their field, such as a word where a day belongs. A field that
      needs a value and lacks it is an empty array there.
    - A column of days is of whole days where all of them are known; where one is known only by its
      month or year (`2018-05`, `2009`), the column is text.
    - `evidence` has nothing of its own: it joins other tables, for those who want one.
    """

  private static let rulesOfCSV = """
    - Comma-separated values after RFC 4180: UTF-8 without a mark, lines that end in CR LF, quotes
      where they are needed. Line breaks in quotes belong to the text.
    \(common)
    - An empty cell is no value.
    - A spreadsheet runs a text that begins with `=`, `+`, `-` or `@` as a formula. Such a text has
      an apostrophe `'` before it, and so has one that begins with an apostrophe. One apostrophe at
      the beginning of a cell is never part of the value: take it away to have the value, byte for
      byte. A sign alone (`+`, `-`, `=` in `direction`) and a plain number have none.
    - Edit these tables and `jointview import` brings them back: it shows first, cell by cell, what
      would change. Excel changes what it takes for numbers and dates when it opens a CSV file by a
      double click; open the file as above, with every column as text.
    """

  private static let rulesOfParquet = """
    \(common)
    - Values are as the register has them. The way back into a register is from CSV: export with
      `--format csv` for that.
    """
}
