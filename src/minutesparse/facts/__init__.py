"""Facts in the blocks of an item, and in the head: one module a kind of fact."""
