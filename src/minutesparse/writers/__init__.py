"""Plain values (the dicts of a document, or what was selected from it) to text: JSON and YAML."""
