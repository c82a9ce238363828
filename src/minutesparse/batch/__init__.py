"""Many files in one run: found, parsed by several processes, written whole or not at all, and taken up again."""
