"""JUnit XML in the form that Jenkins, GitLab and GitHub's viewers read: a suite a file, a case a finding."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree as Xml

from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE
from minutesparse.reports import Outcome

# What XML 1.0 cannot hold, even escaped, the controls that it should not, and what reorders a line (`CONTROLS`).
NO_XML = re.compile("[^\t\n\u0020-\u007e\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(outcome: Outcome) -> str:
    """A file without findings has one case that passes, so that viewers list it."""
    found = {path: list(group) for path, group in groupby(outcome.findings, key=attrgetter("path"))}
    root = Xml.Element("testsuites", name="minutesparse", tests="0", failures=str(len(outcome.findings)), time="0")
    for path in outcome.files:
        findings = found.get(path, [])
        suite = Xml.SubElement(root, "testsuite", name=_clean(path), errors="0", skipped="0", time="0")
        suite.set("tests", str(max(1, len(findings))))
        suite.set("failures", str(len(findings)))
        if not findings:
            Xml.SubElement(suite, "testcase", name="minutesparse", classname=_clean(path), time="0")
        for finding in findings:
            _case(suite, finding)
    root.set("tests", str(sum(int(suite.get("tests", "0")) for suite in root)))
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=False).replace(
        "<testsuites", '<?xml version="1.0" encoding="utf-8"?>\n<testsuites', 1
    )


def _case(suite: Xml.Element, finding: Finding) -> None:
    name = f"{finding.code} {BY_CODE[finding.code].name} at {finding.line}:{finding.column}"
    path = _clean(finding.path)
    case = Xml.SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(finding.line), time="0")
    failure = Xml.SubElement(case, "failure", type=finding.severity, message=_clean(finding.message))
    failure.text = _clean(f"{finding.path}:{finding.line}:{finding.column}: {finding.message}\n{finding.quote.strip()}")


def _clean(text: str) -> str:
    return NO_XML.sub("\ufffd", text)
