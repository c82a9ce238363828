"""What `minutesparse check` looks for: one module a rule, and the machinery that runs them."""
