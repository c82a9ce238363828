"""Stand-alone minutes: council and committee at the head, attendance, items of any numbering, signature."""

from __future__ import annotations

from minutesparse.layouts.base import Layout

DOCUMENT = Layout("document", "stand-alone minutes: head, attendance, items, signature")
