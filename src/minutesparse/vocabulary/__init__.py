"""Words as data: what records call things, a TOML file a theme.

The module of each theme is made from its file by ``make vocabulary``; `tables` reads the files, `additions` holds what
a user's files add.
"""
