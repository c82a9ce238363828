"""Words as data: what records call things, a module a theme."""
