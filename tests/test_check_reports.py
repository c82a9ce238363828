"""Each form of a report, held to its published schema or read by a parser that is not ours."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest

from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE
from minutesparse.checks.rule import Edit, Fix
from minutesparse.checks.runner import check_source, unreadable
from minutesparse.checks.settings import CheckSettings
from minutesparse.errors import SourceError
from minutesparse.reports import FORMS, Outcome, renderer
from minutesparse.reports.patch import patch
from minutesparse.reports.text import columns
from minutesparse.source import from_text

SARIF = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"

# docs.gitlab.com, "Code Quality report format": the keys that are required and what they hold.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "lines": {"type": "object", "required": ["begin"]},
                },
            },
        },
    },
}

# The command of a workflow as actions/runner parses it: name, properties without raw separators, data without line ends.
WORKFLOW_COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)")

LINE = "Resloved: that the fence, by the gate, be mended.  "


def finding(**changes: object) -> Finding:
    given: dict[str, object] = {
        "path": "minutes/june.txt",
        "code": "MP808",
        "severity": "info",
        "message": "white space at the line's end",
        "start": 149,
        "end": 151,
        "line": 7,
        "column": 50,
        "end_line": 7,
        "end_column": 52,
        "item": "1",
        "quote": LINE,
        "fingerprint": "0123456789abcdef",
        "fix": Fix("remove it", (Edit(149, 151, ""),)),
        "safe": True,
    }
    return Finding(**{**given, **changes})  # type: ignore[arg-type]


HOSTILE = finding(
    path="minutes/a b,c%d:\x1b[31m.txt",
    message="100% of it:\r\n::error::all, \x1b[2J<&\"'> \ud800",
    quote="\x00\x1b[31m<tag> & \ud800",
    fix=None,
    safe=False,
    end_line=9,
    end_column=4,
    fingerprint="fedcba9876543210",
)
REFUSED = unreadable(SourceError("minutes/scan.txt", "not plain text but a PDF file"), "minutes/scan.txt")
OUTCOME = Outcome(
    ["minutes/fine.txt", HOSTILE.path, "minutes/june.txt", "minutes/scan.txt"], [HOSTILE, finding(), REFUSED]
)
NOTHING = Outcome(["minutes/fine.txt"], [])
OUTCOMES = pytest.mark.parametrize("outcome", [OUTCOME, NOTHING], ids=["some", "none"])


@OUTCOMES
@pytest.mark.parametrize("form", FORMS)
def test_no_form_hands_on_control_characters_or_surrogates(form: str, outcome: Outcome) -> None:
    text = renderer(form)(outcome)
    text.encode()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


@OUTCOMES
def test_sarif_is_valid_by_the_published_schema(outcome: Outcome) -> None:
    document = json.loads(renderer("sarif")(outcome))
    jsonschema.Draft7Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(document)
    run = document["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len({result["partialFingerprints"]["minutesparse/v1"] for result in run["results"]}) == len(run["results"])


def test_sarif_has_help_and_fixes() -> None:
    run = json.loads(renderer("sarif")(OUTCOME))["runs"][0]
    assert all(rule["help"]["markdown"].startswith(f"# {rule['id']}") for rule in run["tool"]["driver"]["rules"])
    (fixed,) = [result for result in run["results"] if "fixes" in result]
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 149, "charLength": 2}, "insertedContent": {"text": ""}}
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith(
        "minutes/a%20b%2Cc%25d"
    )


@OUTCOMES
def test_gitlab(outcome: Outcome) -> None:
    report = json.loads(renderer("gitlab")(outcome))
    jsonschema.Draft202012Validator(CODE_QUALITY).validate(report)
    assert len({issue["fingerprint"] for issue in report}) == len(report) == len(outcome.findings)


@OUTCOMES
def test_junit(outcome: Outcome) -> None:
    root = Xml.fromstring(renderer("junit")(outcome))
    suites = root.findall("testsuite")
    assert [suite.get("tests") for suite in suites] == (["1", "1", "1", "1"] if outcome.findings else ["1"])
    assert int(root.get("failures", "")) == len(root.findall(".//failure")) == len(outcome.findings)
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))


def test_junit_as_another_parser_reads_it() -> None:
    junitparser = pytest.importorskip("junitparser")
    read = junitparser.JUnitXml.fromstring(renderer("junit")(OUTCOME).encode())
    assert sum(1 for suite in read for case in suite for _ in case.result) == 3


def test_github_escapes_and_counts_the_rest() -> None:
    many = Outcome(["june.txt"], [finding(line=line, end_line=line) for line in range(1, 15)])
    lines = renderer("github")(many).split("\n")
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert "not annotated: MP808 trailing-space, 4 more" in lines
    for line in renderer("github")(OUTCOME).split("\n")[:3]:
        assert WORKFLOW_COMMAND.fullmatch(line), line


def test_json_lines() -> None:
    rows = [json.loads(line) for line in renderer("jsonl")(OUTCOME).split("\n")]
    assert rows == json.loads(renderer("json")(OUTCOME))
    assert rows[1]["fix"] == {"message": "remove it", "safe": True, "edits": [{"start": 149, "end": 151, "text": ""}]}
    assert renderer("jsonl")(NOTHING) == ""


def test_full_underlines_the_place() -> None:
    assert renderer("full")(Outcome(["june.txt"], [finding(column=11, end_column=15)])) == (
        "MP808 trailing-space: white space at the line's end\n"
        " --> minutes/june.txt:7:11\n"
        "  |\n"
        "7 | Resloved: that the fence, by the gate, be mended.\n"
        "  |           ^^^^\n"
        "  = fix: remove it\n"
        "\n"
        "Found 1 finding in 1 of 1 file. 1 fixable with --fix."
    )


def test_full_cuts_long_lines_around_the_place() -> None:
    quote = "a" * 500 + " here " + "b" * 500
    lines = renderer("full")(Outcome(["june.txt"], [finding(quote=quote, column=502, end_column=506, fix=None)])).split(
        "\n"
    )
    shown, underline = lines[3].partition("| ")[2], lines[4].partition("| ")[2]
    assert len(shown) <= 102 and shown[0] == shown[-1] == "\u2026"
    assert shown[underline.index("^") : underline.rindex("^") + 1] == "here"


def test_of_a_very_long_line_the_part_around_the_place_is_quoted() -> None:
    text = "1. Fences\n" + "The fence stood. " * 400 + "[A gate was hung. " + "It was shut. " * 400 + "\n"
    settings = CheckSettings(select=("MP805",))
    (one,) = check_source(from_text(text), "june.txt", settings)
    assert (one.line, one.column, len(one.quote)) == (2, 6801, 1000)
    assert text.startswith(one.quote, text.index("\n") + one.quoted_from)
    lines = renderer("full")(Outcome(["june.txt"], [one])).split("\n")
    shown, underline = lines[3].partition("| ")[2], lines[4].partition("| ")[2]
    assert shown[0] == shown[-1] == "\u2026"
    assert shown[underline.index("^") :].startswith("[A gate was hung.")


def test_many_findings_on_a_line_make_no_long_report() -> None:
    source = from_text("1. Fences\n" + "[" * 1500 + "\n")
    found = check_source(source, "june.txt", CheckSettings(select=("MP805",)))
    assert len(found) == len({one.fingerprint for one in found}) == 1500
    assert all(len(renderer(form)(Outcome(["june.txt"], found))) < 2000 * 1500 for form in ("full", "sarif", "junit"))


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("e\u0301", 1), ("\u4e2d\u6587", 4), ("a\u200bb", 2)])
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_concise_and_grouped() -> None:
    assert renderer("concise")(Outcome(["june.txt"], [finding()])).startswith(
        "minutes/june.txt:7:50: MP808 [*] white space at the line's end\n"
    )
    assert renderer("grouped")(Outcome(["june.txt"], [finding()])).startswith(
        "minutes/june.txt:\n  7:50: MP808 [*] white space at the line's end\n"
    )


def test_every_rule_has_its_place_in_sarif() -> None:
    findings = [finding(code=code, fingerprint=f"{place:016x}") for place, code in enumerate(BY_CODE)]
    document = json.loads(renderer("sarif")(Outcome(["june.txt"], findings)))
    jsonschema.Draft7Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(document)


def test_patch_of_a_text_without_final_line_end() -> None:
    assert patch("a.txt", "one \ntwo ", "one\ntwo") == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n-one \n-two \n\\ No newline at end of file\n"
        "+one\n+two\n\\ No newline at end of file\n"
    )
