"""``docs/tables.md``, from the declarations."""

from __future__ import annotations

from minutesparse.tables.declared import TABLES, Table
from minutesparse.tables.views import VIEWS

HEAD = """\
# Tables

`make docs` writes this page from the declarations in `tables/declared.py` and `tables/views.py`.

    minutesparse tables documents/ -o minutes.db --to sqlite
    minutesparse tables documents/ -o tables/ --to csv
    minutesparse query minutes.db 'bus shelter' --kind resolution --since 2019

- **Keys** are text, and the same whenever the same minutes under the same name are tabulated. A column that refers to
  another table holds keys of it, and every such key has its row there.
- **Where**: `file`, `line` and `end_line` lead from a row to the text that it was read from. `file` is the name that
  the minutes were read under; lines count from 1.
- **Apart**: what the user said of a file stands in `meta` and nowhere else; all other tables hold what the text says.
- **Null** is what the text does not say: an empty cell in CSV, where an empty text is an empty cell too.
- The JSON documents hold more than the tables: paragraphs one by one, offsets, contacts, adjournments.

| form | what is written |
| --- | --- |
| `csv` | a folder with `TABLE.csv` each, RFC 4180 in UTF-8, and `datapackage.json` (Frictionless Data) |
| `parquet` | a folder with `TABLE.parquet` each; needs the extra `parquet` (pyarrow) |
| `sqlite` | one database with foreign keys, views and FTS5 indexes; truth values are 1 and 0, dates `YYYY-MM-DD` |

An existing target is replaced only if `tables` wrote it, and whole: it is made under another name beside it and then
renamed.

**Formulas.** A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` (or their full-width forms), a tab or a
line end for a formula. In CSV such a cell gets `'` in front, and so does one that begins with `'`: who takes one
leading `'` away from each cell has the exact text.
"""


def markdown() -> str:
    """The whole page."""
    parts = [
        HEAD,
        *(_table(table) for table in TABLES),
        "\n## Views (SQLite)\n\n| view | what it shows |\n| --- | --- |\n",
    ]
    parts += [f"| `{view.name}` | {view.description} |\n" for view in VIEWS]
    parts.append(
        "\nThe full-text indexes are "
        + ", ".join(f"`{table.name}_fts` ({', '.join(table.searched)})" for table in TABLES if table.searched)
        + ".\n"
    )
    return "".join(parts)


def _table(table: Table) -> str:
    rows = [
        f"\n## {table.name}\n\n{table.description}\n\n| column | type | | what it says |\n| --- | --- | --- | --- |\n"
    ]
    for position, column in enumerate(table.columns):
        facts = [
            word for word, holds in (("key", position == 0), ("never null", position and column.required)) if holds
        ]
        if column.references:
            facts.append(f"→ [{column.references}](#{column.references})")
        rows.append(f"| `{column.name}` | {column.kind} | {', '.join(facts)} | {column.description} |\n")
    return "".join(rows)
