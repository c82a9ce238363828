"""Fixes: edits that do not overlap, verified by parsing again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from minutesparse.checks import fixing, runner
from minutesparse.checks.fixing import edited, fixed
from minutesparse.checks.page import Page
from minutesparse.checks.registry import BY_CODE, RULES
from minutesparse.checks.rule import Edit, Fix, Found, Options, Rule
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import encoded, from_bytes, from_file, from_text

TEXT = "Oxbow Parish Council\nMinutes of the meeting held on 3 June 2024\n\n1. Fences\nRESOLVED: That the fence be mended.\n"


def replacing(old: str, new: str, code: str = "MP898", **fields: object) -> Rule:
    """A rule that finds each ``old`` and would write ``new``."""

    def check(page: Page, options: Options) -> Iterator[Found]:
        at = page.text.find(old)
        while at >= 0:
            end = at + len(old)
            yield Found(at, end, f"{old!r} is wrong", Fix(f"write {new!r}", (Edit(at, end, new),)))
            at = page.text.find(old, end)

    given = {"code": code, "name": f"no-{code.lower()}", "check": check, "fix": "safe", "changes": (), **fields}
    return replace(BY_CODE["MP808"], **given)  # type: ignore[arg-type]


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Rule]]:
    """The rules that run, to be filled by a test."""
    rules: list[Rule] = []
    monkeypatch.setattr(runner, "RULES", rules)

    class Codes(dict[str, Rule]):
        def __missing__(self, code: str) -> Rule:
            return next(rule for rule in rules if rule.code == code)

    monkeypatch.setattr(fixing, "BY_CODE", Codes())
    yield rules


def fix(text: str, *, unsafe: bool = False) -> fixing.Fixed:
    return fixed(from_text(text), "a.txt", CheckSettings(), unsafe=unsafe)


def test_edits_in_any_order() -> None:
    assert edited("abcdef", [Edit(4, 6, ""), Edit(0, 1, "x"), Edit(2, 2, "-")]) == "xb-cd"


def test_a_fix_that_changes_facts_is_refused(rules: list[Rule]) -> None:
    rules.append(replacing("RESOLVED: That", "It was felt that"))
    result = fix(TEXT)
    assert (result.source.text, result.applied) == (TEXT, 0)
    assert [one.code for one in result.refused] == ["MP898"]
    assert len(result.findings) == 1


def test_a_fix_may_change_what_its_rule_declares(rules: list[Rule]) -> None:
    rules.append(replacing("RESOLVED: That", "It was felt that", changes=("items",)))
    assert fix(TEXT).source.text == TEXT.replace("RESOLVED: That", "It was felt that")


def test_the_harmless_ones_of_several_are_applied(rules: list[Rule]) -> None:
    rules += [replacing("RESOLVED: That", "It was felt that"), replacing("the fence", "the  fence", code="MP899")]
    result = fix(TEXT)
    assert result.source.text == TEXT.replace("the fence", "the  fence")
    assert [one.code for one in result.refused] == ["MP898"]


def test_a_fix_is_held_to_its_own_rule_beside_others_that_may_change_more(rules: list[Rule]) -> None:
    rules += [
        replacing("Fences", "Fence", changes=("items",)),
        replacing("RESOLVED: That", "It was felt that", code="MP899"),
    ]
    result = fix(TEXT)
    assert result.source.text == TEXT.replace("Fences", "Fence")
    assert [one.code for one in result.refused] == ["MP899"]


def test_a_fix_at_odds_with_itself_is_refused(rules: list[Rule]) -> None:
    def check(page: Page, options: Options) -> Iterator[Found]:
        yield Found(0, 5, "wrong", Fix("mend it", (Edit(0, 5, "Oxbow"), Edit(3, 6, "  "))))

    rules.append(replace(replacing("x", "y"), check=check))
    result = fix(TEXT)
    assert (result.source.text, result.applied, len(result.refused)) == (TEXT, 0, 1)


def test_a_character_that_the_encoding_lacks_is_refused(rules: list[Rule]) -> None:
    rules.append(replacing("Caf\u00e9", "Caf\u0117", changes=("items",)))
    source = from_bytes(TEXT.replace("the fence", "the Caf\u00e9").encode("windows-1252"))
    result = fixed(source, "a.txt", CheckSettings())
    assert (result.source.text, len(result.refused)) == (source.text, 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    text = TEXT.replace("the fence", "the Caf\u00e9's fence").replace("\n", end)
    source = from_bytes(text.replace("mended.", "mended.  ").encode(encoding))
    after = fixed(source, "a.txt", CheckSettings(select=("MP808",)))
    assert after.applied == 1
    assert encoded(after.source.text, source.encoding) == text.encode(encoding)


def test_overlapping_fixes_wait_for_the_next_round(rules: list[Rule]) -> None:
    rules += [replacing("a  b", "a b"), replacing("b  c", "b c", code="MP899")]
    result = fix(TEXT + "a  b  c\n")
    assert (result.source.text, result.applied, result.findings) == (TEXT + "a b c\n", 2, [])


def test_fixes_that_undo_each_other_end(rules: list[Rule]) -> None:
    rules += [replacing("the fence", "the  fence"), replacing("the  fence", "the fence", code="MP899")]
    assert fix(TEXT).applied == fixing.MOST_ROUNDS


def test_unsafe_fixes_are_asked_for(rules: list[Rule]) -> None:
    rules.append(replacing("the fence", "the  fence", fix="unsafe"))
    assert fix(TEXT).applied == 0
    assert fix(TEXT, unsafe=True).applied == 1


def test_fixes_that_are_harmful_together_are_tried_again_in_turn() -> None:
    settings = CheckSettings(select=("ALL",))
    once = fixed(from_text("atendance\u2028\tW\u200b"), "a.txt", settings, unsafe=True)
    assert once.source.text == "attendance \tW"
    assert fixed(once.source, "a.txt", settings, unsafe=True).applied == 0


FIXABLE = [rule for rule in RULES if rule.fix]


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.code)
def test_each_fix_puts_its_example_right_and_is_then_done(rule: Rule) -> None:
    settings = CheckSettings(select=(rule.code,))
    once = fixed(from_text(rule.bad), "a.txt", settings, unsafe=True)
    assert not once.refused
    assert all(one.fix is None for one in once.findings)
    again = fixed(once.source, "a.txt", settings, unsafe=True)
    assert (again.applied, again.source.text) == (0, once.source.text)


FIXTURES = sorted(Path(__file__).parent.parent.glob("fixtures/*/*.txt"))


def noisy(text: str) -> str:
    """A text with faults that have safe fixes on many of its lines."""
    return "".join(
        line.rstrip("\r\n") + ("  \n", "\u200b\n", "\n")[at % 3]
        for at, line in enumerate(text.splitlines(keepends=True))
    )


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_safe_fixes_leave_the_record_and_nothing_to_fix(path: Path) -> None:
    source = from_text(noisy(from_file(path).text))
    once = fixed(source, "a.txt", CheckSettings())
    assert once.applied or not source.text
    assert fixing.facts(Page(once.source).document) == fixing.facts(Page(source).document)
    again = fixed(once.source, "a.txt", CheckSettings())
    assert (again.applied, again.source.text) == (0, once.source.text)
