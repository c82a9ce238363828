"""The rules, a folder a group and a module a rule; `registry` lists them."""
