"""Documents as tables that refer to each other: CSV, Parquet or SQLite, and what is found in them again."""
