"""A batch: what it reads, what it writes, and how it is taken up after it was stopped."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from tests.archives import make_tar, make_zip
from tests.outputs import outputs

import minutesparse
from minutesparse import cli
from minutesparse.batch.engine import EngineError
from minutesparse.batch.inputs import Input, Wanted, in_shard, inputs, names_from
from minutesparse.batch.job import Done, Job, OutputError, Setting
from minutesparse.batch.manifest import Record, Writer, line_of, read, record_of
from minutesparse.batch.metadata import read_metadata
from minutesparse.batch.pool import FEW, Pool, _Slot
from minutesparse.batch.work import Worker
from minutesparse.errors import OptionError

TEXT = "Oxbow Parish Council\nMinutes of the meeting held on 3 June 2024\n\n1. Fences\nRESOLVED: That fence {n} be mended.\n"
RECORD = Record("a/b.txt", "done", "12", "34", "0.1", ("56",), 7, 0.25)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with six files of minutes below ``in``."""
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        path = tmp_path / "in" / f"20{number % 2}" / f"m{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(n=number), encoding="utf-8")
    return tmp_path


class Here:
    """In the place of worker processes, which take a second to start: the same work in this one."""

    def __init__(self, count: int, setting: Setting, words: object) -> None:
        self.worker = Worker(setting)

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        return map(self.worker.do_one, jobs)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "processes" not in request.keywords:
        monkeypatch.setattr("minutesparse.batch.run.Pool", Here)


processes = pytest.mark.processes


def batch(*arguments: str, jobs: str = "1") -> int:
    return cli.main(["batch", "--no-progress", "-j", jobs, *arguments])


class TestRun:
    @processes
    def test_mirrors_the_tree(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("in", "-o", "out", jobs="2") == 0
        assert "6 done, 0 failed" in capsys.readouterr().err
        assert list(outputs(tree / "out")) == [f"20{n % 2}/m{n}.txt.json" for n in (0, 2, 4, 1, 3, 5)]
        document = json.loads((tree / "out/200/m0.txt.json").read_bytes())
        assert document["source"]["name"] == "200/m0.txt"
        text = (tree / "in/200/m0.txt").read_bytes()
        assert document == minutesparse.parse_bytes(text, name="200/m0.txt").to_dict()

    def test_yaml(self, tree: Path) -> None:
        assert batch("in", "-o", "out", "--to", "yaml", "--glob", "m1.txt") == 0
        (data,) = outputs(tree / "out").values()
        assert yaml.safe_load(data)["source"]["name"] == "201/m1.txt"

    @processes
    def test_a_stream_is_in_the_order_of_the_inputs(self, tree: Path) -> None:
        for jobs in ("1", "2"):
            assert batch("in", "-o", f"out{jobs}", "--to", "jsonl", jobs=jobs) == 0
        one, two = ((tree / f"out{jobs}/minutes.jsonl").read_bytes() for jobs in "12")
        assert one == two
        names = [json.loads(line)["source"]["name"] for line in one.split(b"\n")[:-1]]
        assert names == [f"20{n % 2}/m{n}.txt" for n in (0, 2, 4, 1, 3, 5)]

    def test_split(self, tree: Path) -> None:
        (tree / "book.txt").write_text(TEXT.format(n=1), encoding="utf-8")
        assert batch("book.txt", "-o", "out", "--split") == 0
        assert list(outputs(tree / "out")) == ["book.txt-1.json"]

    def test_failures_are_told_and_the_others_done(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tree / "in/bad.txt").write_bytes(b"%PDF-1.7")
        (tree / "in/long.txt").write_bytes(b"x" * 2000)
        assert batch("in", "missing.txt", "-o", "out", "--max-bytes", "1000", "--summary", "s.json") == 1
        err = capsys.readouterr().err
        assert "minutesparse: bad.txt: not plain text but a PDF file" in err
        assert "minutesparse: missing.txt: no such file or directory\n" in err
        assert "6 done, 3 failed" in err
        summary = json.loads((tree / "s.json").read_bytes())
        assert [one["name"] for one in summary["failed"]] == ["bad.txt", "long.txt", "missing.txt"]
        assert (summary["done"], summary["interrupted"]) == (6, False)
        assert {record.name for record in read(tree / "out/.minutesparse/manifest.jsonl").values()} >= {"bad.txt"}

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_tables(self, tree: Path, form: str) -> None:
        for _ in range(2):
            assert batch("in", "-o", "out", "--to", form, "--tables", "csv", "--resume") == 0
        rows = (tree / "out/tables/resolutions.csv").read_text(encoding="utf-8").split("\n")
        assert len(rows) == 8, "a head, six rows, and the last line end"
        assert batch("in", "-o", "out", "--to", form, "--tables", "sqlite", "--resume") == 0
        assert cli.main(["query", "out/minutes.db", "fence", "-f", "json"]) == 0

    def test_tables_are_of_what_was_done(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tree / "out").mkdir()
        (tree / "out/other.json").write_bytes(b"{}")
        for form in ("csv", "sqlite"):
            summary = str(tree / "out/summary.json")
            assert batch("in", "-o", "out", "--resume", "--tables", form, "--summary", summary) == 0
        assert "schema_version" not in capsys.readouterr().err

    def test_outputs_of_another_form_are_not_taken_for_those_of_this_run(self, tree: Path) -> None:
        batch("in", "-o", "out")
        (tree / "in/200/m0.txt").write_text(TEXT.format(n=70), encoding="utf-8")
        assert batch("in", "-o", "out", "--to", "yaml", "--resume", "--tables", "csv") == 0
        assert "That fence 70 be mended." in (tree / "out/tables/resolutions.csv").read_text(encoding="utf-8")
        assert cli.main(["merge", "out", "-o", "merged"]) == 0
        assert {Path(name).suffix for name in outputs(tree / "merged")} == {".yaml"}

    def test_what_was_made_of_an_earlier_text_goes(self, tree: Path) -> None:
        batch("in/200/m0.txt", "in/200/m2.txt", "-o", "out")
        (tree / "in/200/m0.txt").write_bytes(b"%PDF-1.7")
        assert batch("in/200/m0.txt", "in/200/m2.txt", "-o", "out", "--resume") == 1
        assert list(outputs(tree / "out")) == ["in/200/m2.txt.json"]
        head = "Oxbow Parish Council\nMinutes of the meeting held on {} June 2024\nPresent: A Pell\n\n1. Fences\nNoted.\n\n"
        close = "The meeting closed at 9 pm.\n\n"
        book = tree / "book.txt"
        book.write_text("".join(head.format(day) + close for day in (3, 10)), encoding="utf-8")
        assert batch("book.txt", "-o", "split", "--split") == 0
        assert list(outputs(tree / "split")) == ["book.txt-1.json", "book.txt-2.json"]
        book.write_text(head.format(3) + close, encoding="utf-8")
        assert batch("book.txt", "-o", "split", "--split", "--resume") == 0
        assert list(outputs(tree / "split")) == ["book.txt-1.json"]

    def test_root_names_inputs_by_folder(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        paths = [str(tree / f"in/20{n}") for n in (0, 1)]
        (tree / "in/201/m0.txt").write_text(TEXT, encoding="utf-8")
        assert batch(*paths, "-o", "out") == 1
        assert "m0.txt: another input has the same name; --root" in capsys.readouterr().err
        assert batch(*paths, str(tree / "in/200/m0.txt"), "-o", "named", "--root", "in") == 1
        assert len(outputs(tree / "named")) == 7
        assert "200/m0.txt: another input has the same name" in capsys.readouterr().err
        assert batch(*paths, "-o", "other", "--root", "in/200") == 1
        assert "201: does not lie below in/200" in capsys.readouterr().err

    def test_endings_in_capitals(self, tree: Path) -> None:
        (tree / "in/200/m0.txt").rename(tree / "in/200/M0.TXT")
        assert batch("in/200", "-o", "out") == 0
        assert "M0.TXT.json" in outputs(tree / "out")

    def test_nothing_to_do_is_said(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("in", "-o", "out", "--glob", "*.doc") == 0
        assert capsys.readouterr().err.endswith("; no file fits *.doc\n")

    def test_two_inputs_of_one_name(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("in/200", "in/200", "-o", "out") == 1
        assert capsys.readouterr().err.count("another input has the same name") == 3
        assert len(outputs(tree / "out")) == 3

    def test_metadata(self, tree: Path) -> None:
        (tree / "meta.csv").write_text("path,council,url\n200/m0.txt,Oxbow,\n", encoding="utf-8")
        assert batch("in", "-o", "out", "--meta", "by=me", "--meta-from", "meta.csv") == 0
        for name, wanted in (("200/m0", {"by": "me", "council": "Oxbow"}), ("201/m1", {"by": "me"})):
            document = json.loads((tree / f"out/{name}.txt.json").read_bytes())
            assert document["source"]["metadata"] == wanted

    def test_facts_of_no_input_are_told(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tree / "meta.csv").write_text("path,council\n200/m0.txt,Oxbow\nm1.txt,X\nm2.txt,X\n", encoding="utf-8")
        assert batch("in", "-o", "out", "--meta-from", "meta.csv") == 0
        assert "meta.csv: no input is called 'm1.txt' (and 1 more)" in capsys.readouterr().err

    def test_lists_of_files(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tree / "list").write_bytes(b"in/200/m0.txt\0in/201/m1.txt\0")
        assert batch("--files-from", "list", "-0", "-o", "out") == 0
        assert list(outputs(tree / "out")) == ["in/200/m0.txt.json", "in/201/m1.txt.json"]

    @processes
    def test_vocabulary_reaches_the_workers(self, tree: Path) -> None:
        (tree / "words.toml").write_text("[decisions.leads]\nresolved = ['Thus decided']\n", encoding="utf-8")
        (tree / "one.txt").write_text(TEXT.replace("RESOLVED", "THUS DECIDED"), encoding="utf-8")
        batch("one.txt", "-o", "plain")
        status = batch("one.txt", "-o", "taught", "--vocabulary", "words.toml")
        assert status == 0
        plain, taught = (json.loads((tree / f"{name}/one.txt.json").read_bytes()) for name in ("plain", "taught"))
        assert len(taught["items"][0]["resolutions"]) == len(plain["items"][0]["resolutions"]) + 1

    def test_corrections_beside_a_file(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tree / "in/200/m0.txt"
        batch("in/200", "-o", "out")
        corrections = tree / "in/200/m0.txt.corrections.yaml"
        corrections.write_text("- {lines: 4, text: '1. Fences', role: text}\n", encoding="utf-8")
        capsys.readouterr()
        assert batch("in/200", "-o", "out", "--resume") == 0
        assert "1 done, 2 unchanged" in capsys.readouterr().err
        cli.main(["extract", str(path)])
        wanted = json.loads(capsys.readouterr().out)
        document = json.loads(outputs(tree / "out")["m0.txt.json"])
        assert document["items"] == wanted["items"] == []
        corrections.write_text("- {lines: 4, text: '2. Bridges', role: text}\n", encoding="utf-8")
        assert batch("in/200", "-o", "out", "--resume") == 1
        assert "m0.txt.json" not in outputs(tree / "out")

    def test_vocabularies_of_folders(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for number, word in enumerate(("Thus decided", "So be it")):
            text = f"[vocabulary.decisions.leads]\nresolved = ['{word}']\n"
            (tree / f"in/20{number}/minutesparse.toml").write_text(text, encoding="utf-8")
        (tree / "list").write_text("in/200/m0.txt\nin/201/m1.txt\n", encoding="utf-8")
        for arguments in (("in/200", "in/201"), ("--files-from", "list")):
            assert batch(*arguments, "-o", "out") == 2
            assert "have different vocabularies" in capsys.readouterr().err
        assert batch("--files-from", "list", "-o", "out", "--isolated") == 0
        (tree / "list").write_bytes(b"")
        assert batch("--files-from", "list", "-o", "out") == 0

    @pytest.mark.parametrize(
        "arguments",
        [(), ("-0", "in"), ("-",), ("in", "--shard", "3/2"), ("in", "-j", "0"), ("in", "--meta-from", "none.csv")],
    )
    def test_wrong_usage(self, tree: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["batch", "-o", "out", *arguments]) == 2
        assert "Traceback" not in capsys.readouterr().err
        assert not (tree / "out").exists()


class TestResume:
    def test_does_what_is_new_or_changed(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        batch("in", "-o", "out")
        (tree / "in/200/m0.txt").write_text(TEXT.format(n=70), encoding="utf-8")
        (tree / "in/new.txt").write_text(TEXT.format(n=71), encoding="utf-8")
        (tree / "out/201/m1.txt.json").write_bytes(b"{}")
        (tree / "out/201/m3.txt.json").unlink()
        capsys.readouterr()
        assert batch("in", "-o", "out", "--resume") == 0
        assert "4 done, 3 unchanged, 0 failed" in capsys.readouterr().err
        batch("in", "-o", "fresh")
        assert outputs(tree / "out") == outputs(tree / "fresh")

    @pytest.mark.parametrize("arguments", [("--layout", "document"), ("--meta", "a=b")])
    def test_other_options_do_all_again(
        self, tree: Path, arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        batch("in", "-o", "out")
        capsys.readouterr()
        batch("in", "-o", "out", "--resume", *arguments)
        assert "6 done, 0 failed" in capsys.readouterr().err

    def test_sweeps_and_tolerates_what_a_kill_leaves(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        batch("in", "-o", "out")
        with (tree / "out/.minutesparse/manifest.jsonl").open("r+b") as stream:
            stream.truncate(stream.seek(0, os.SEEK_END) - 20)
        (tree / "out/200/.minutesparse-00.tmp").write_bytes(b"{")
        capsys.readouterr()
        assert batch("in", "-o", "out", "--resume") == 0
        assert "1 done, 5 unchanged" in capsys.readouterr().err
        assert not list((tree / "out").rglob("*.tmp"))
        capsys.readouterr()
        batch("in", "-o", "out", "--resume")
        assert "0 done, 6 unchanged" in capsys.readouterr().err

    def test_failures_are_tried_again(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tree / "in/bad.txt"
        path.write_bytes(b"%PDF-1.7")
        assert batch("in", "-o", "out") == 1
        path.write_text(TEXT, encoding="utf-8")
        assert batch("in", "-o", "out", "--resume") == 0

    def test_two_runs_on_one_output(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        from minutesparse.batch.lock import locked

        (tree / "out/.minutesparse").mkdir(parents=True)
        with locked(tree / "out/.minutesparse/lock"):
            assert batch("in", "-o", "out") == 2
        assert "another run is writing there" in capsys.readouterr().err
        assert batch("in", "-o", "out") == 0


class TestWorker:
    def job(self, tree: Path, **changes: Any) -> Job:
        (one,) = inputs(["in/200/m0.txt"], Wanted(), 10**6)
        return Job(one, {}, "options", **changes)

    def test_hopeless_output(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*arguments: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(OutputError, match="no space left on device"):
            Worker(Setting(str(tree / "out"), "json")).do_one(self.job(tree))
        assert not list((tree / "out").rglob("*.tmp"))

    def test_read_only_output(
        self, tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tree / "out").write_text("a file", encoding="utf-8")
        assert batch("in", "-o", "out") == 1
        assert capsys.readouterr().err.count("\n") == 1

    def test_nothing_is_written_for_a_parent_that_is_gone(self, tree: Path) -> None:
        with pytest.raises(EOFError):
            Worker(Setting(str(tree / "out"), "json"), parent=1 << 22).do_one(self.job(tree))
        assert not (tree / "out").exists()

    def test_time_limit(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("minutesparse.batch.work.to_node", lambda *arguments: time.sleep(5))
        done = Worker(Setting(str(tree / "out"), "json", timeout=0.05)).do_one(self.job(tree))
        assert (done.record.status, done.record.reason) == ("failed", "took longer than 0.05 seconds")

    def test_a_defect_fails_one_file(self, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("minutesparse.batch.work.to_node", lambda *arguments: 1 / 0)
        done = Worker(Setting(str(tree / "out"), "json")).do_one(self.job(tree))
        assert done.record.reason == "internal error, ZeroDivisionError: division by zero"


class Pipe:
    """In the place of a pipe to a worker process, which never answers."""

    def __init__(self) -> None:
        self.sent: list[Sequence[Job]] = []

    def send(self, jobs: Sequence[Job]) -> None:
        self.sent.append(jobs)

    def recv(self) -> None:
        raise EOFError


class Ended:
    """In the place of a worker process that has ended."""

    exitcode = 1

    def join(self) -> None:
        pass


class TestPool:
    def pool(self) -> tuple[Pool, _Slot, Pipe]:
        pool = Pool(0, Setting("out", "json"), {})
        pipe = Pipe()
        slot = _Slot(cast("Any", Ended()), cast("Any", pipe))
        pool._slots = [slot]
        return pool, slot, pipe

    def test_workers_that_cannot_start_end_the_run(self) -> None:
        pool, slot, _ = self.pool()
        with pytest.raises(EngineError, match=r"cannot be started \(status 1\)"):
            list(pool._receive(slot, False))

    def test_no_bytes_are_sent_that_a_busy_worker_would_be_waited_for(self) -> None:
        pool, slot, pipe = self.pool()
        large, small = ([Job(Input("a", "a", b"x" * size), {}, "o")] for size in (100_000, 10))
        chunks = iter([large, large, small])
        for _ in range(3):
            pool._feed(chunks)
        assert pipe.sent == [large]
        slot.jobs.clear()
        pool._feed(chunks)
        pool._feed(chunks)
        assert pipe.sent == [large, large, small]


class TestManifest:
    def test_records_round_trip(self) -> None:
        assert record_of(line_of(RECORD)) == RECORD

    @pytest.mark.parametrize(
        "spoil",
        [lambda line: line[:-1], lambda line: line.replace(b"12", b"13"), lambda line: b"{}\n", lambda line: b"\n"],
    )
    def test_a_torn_or_changed_line_is_none(self, spoil: Callable[[bytes], bytes]) -> None:
        assert record_of(spoil(line_of(RECORD))) is None

    def test_a_torn_end_is_closed(self, tmp_path: Path) -> None:
        path = tmp_path / "manifest"
        path.write_bytes(line_of(RECORD)[:-5])
        writer = Writer(path)
        writer.write(RECORD)
        writer.close()
        assert read(path) == {RECORD.name: RECORD}

    def test_a_disk_that_takes_a_part(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Full:
            taken = b""

            def write(self, data: memoryview) -> int:
                if self.taken:
                    raise OSError(28, "No space left on device")
                self.taken = bytes(data[:5])
                return 5

        writer = Writer(tmp_path / "manifest")
        writer.close()
        monkeypatch.setattr(writer, "_stream", Full())
        with pytest.raises(OSError, match=r"No space left on device: .*manifest"):
            writer.write(RECORD)


class TestShards:
    def test_each_name_is_in_one(self) -> None:
        for number in range(100):
            assert sum(in_shard(f"m{number}.txt", shard, 7) for shard in range(1, 8)) == 1

    def test_merge_is_associative_and_checked(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for shard in "123":
            assert batch("in", "-o", f"s{shard}", "--shard", f"{shard}/3") == 0
        batch("in", "-o", "whole")

        def merge(*folders: str) -> int:
            return cli.main(["merge", *folders[:-1], "-o", folders[-1]])

        assert merge("s1", "s2", "ab") == merge("ab", "s3", "left") == 0
        assert merge("s3", "s2", "cb") == merge("s1", "cb", "right") == 0
        assert outputs(tree / "left") == outputs(tree / "right") == outputs(tree / "whole")
        left, right = ((tree / name / ".minutesparse/manifest.jsonl").read_bytes() for name in ("left", "right"))
        assert left == right
        assert batch("in", "-o", "left", "--resume") == 0
        assert "0 done, 6 unchanged" in capsys.readouterr().err

    def test_streams_are_merged(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        for shard in "12":
            assert batch("in", "-o", f"s{shard}", "--shard", f"{shard}/2", "--to", "jsonl") == 0
        batch("in", "-o", "whole", "--to", "jsonl")
        assert cli.main(["merge", "s1", "s2", "-o", "merged"]) == 0
        assert outputs(tree / "merged")["minutes.jsonl"] == outputs(tree / "whole")["minutes.jsonl"]
        capsys.readouterr()
        assert batch("in", "-o", "merged", "--to", "jsonl", "--resume") == 0
        assert "0 done, 6 unchanged" in capsys.readouterr().err

    def test_merge_refuses_what_was_changed_or_differs(self, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
        batch("in", "-o", "a")
        batch("in", "-o", "b", "--meta", "x=y")
        assert cli.main(["merge", "a", "b", "-o", "c"]) == 2
        assert "came to something else" in capsys.readouterr().err
        assert outputs(tree / "c") == {}
        (tree / "a/200/m0.txt.json").write_bytes(b"{}")
        assert cli.main(["merge", "a", "-o", "c"]) == 2
        assert "changed since it was written" in capsys.readouterr().err
        assert cli.main(["merge", "in", "-o", "c"]) == 2


class TestArchives:
    @pytest.mark.parametrize("suffix", ["zip", "tar.gz"])
    def test_members_are_inputs(self, tree: Path, suffix: str) -> None:
        data = TEXT.encode()
        if suffix == "zip":
            make_zip(tree / "in/old.zip", **{"2020/a.txt": data, "skip.pdf": b"%PDF"})
        else:
            make_tar(tree / "in/old.tar.gz", [("./2020/a.txt", data), ("skip.pdf", b"%PDF")])
        assert batch("in", "-o", "out") == 0
        assert f"old.{suffix}/2020/a.txt.json" in outputs(tree / "out")
        assert batch("in", "-o", "out", "--resume") == 0


def test_names_from() -> None:
    assert names_from(b"a.txt\r\nb c.txt\n\n", zeros=False) == ["a.txt", "b c.txt"]
    assert names_from(b"a\nb.txt\0c.txt\0", zeros=True) == ["a\nb.txt", "c.txt"]


@pytest.mark.parametrize(
    "text", ["", "path\n", "path,a,a\n", "path,a\nx,1,2\n", "path,a\nx,1\nx,2\n", 'path,a\n"x,1\n']
)
def test_no_table_of_metadata(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.csv").write_text(text, encoding="utf-8")
    with pytest.raises(OptionError):
        read_metadata(tmp_path / "m.csv")


COMMAND = [sys.executable, "-m", "minutesparse", "batch", "in", "-o", "out", "--no-progress"]


@pytest.mark.skipif(os.name == "nt", reason="signals")
class TestStopped:
    def many(self, tree: Path, count: int) -> None:
        for number in range(count):
            items = "".join(f"{n}. Item {n}\nRESOLVED: That {number} be noted.\n" for n in range(1, 60))
            (tree / f"in/x{number:04}.txt").write_text(TEXT + items, encoding="utf-8")

    def started(self, tree: Path, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen([*COMMAND, *arguments], cwd=tree, stderr=subprocess.PIPE)
        while process.poll() is None and not list((tree / "out").rglob("*.json")):
            time.sleep(0.01)
        return process

    def test_interrupt_leaves_a_state_to_go_on_from(self, tree: Path) -> None:
        self.many(tree, 80)
        process = self.started(tree, "-j", "2")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130, err
        assert err.count(b"\n") == 1 and b"interrupted, --resume goes on" in err
        done = len(outputs(tree / "out"))
        assert 0 < done < 86
        assert not list((tree / "out").rglob("*.tmp"))
        again = subprocess.run([*COMMAND, "--resume"], cwd=tree, capture_output=True)
        assert again.returncode == 0
        assert f"{86 - done} done, {done} unchanged".encode() in again.stderr

    @pytest.mark.slow
    def test_a_worker_that_dies_costs_one_file(self, tree: Path) -> None:
        self.many(tree, 60)
        process = self.started(tree, "-j", "1")
        for pid in children(process.pid):
            os.kill(pid, signal.SIGKILL)
        _, err = process.communicate(timeout=60)
        assert process.returncode == 1, err
        assert b"the worker process ended (signal 9)" in err
        assert b"65 done, 1 failed" in err


def children(pid: int) -> list[int]:
    """The worker processes of a run (not multiprocessing's own tracker of resources)."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            if int(parent) == pid and b"spawn_main" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return found


def rows(folder: Path) -> dict[str, list[str]]:
    """The rows of each CSV table in the order of their keys."""
    return {path.name: sorted(path.read_bytes().decode().split("\r\n")) for path in folder.glob("*.csv")}


def written(folder: Path) -> dict[str, tuple[int, int]]:
    """What tells each document in an output folder from one that is written in its place."""
    found = {path: path.stat() for path in folder.glob("**/*.txt.json")}
    return {path.name: (about.st_ino, about.st_mtime_ns) for path, about in found.items()}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_fifty_kills_change_nothing(tree: Path) -> None:
    """After kills at random moments documents and tables are those of a run that nobody disturbed.

    Nothing that the manifest knows is done again, of the rest no more than was in hand, and no temporary file is left.
    """
    rng = random.Random(20240603)
    for number in range(300):
        items = "".join(f"{n}. Item {n}\nRESOLVED: That {number} be noted.\n" for n in range(1, 60))
        (tree / f"in/x{number:04}.txt").write_text(TEXT + items, encoding="utf-8")
    command = [*COMMAND, "--resume", "-j", "2", "--tables", "csv"]
    out, whole = tree / "out", tree / "whole"
    began = time.monotonic()
    undisturbed = [{"out": "whole"}.get(part, part) for part in command]
    subprocess.run(undisturbed, cwd=tree, check=True, stderr=subprocess.DEVNULL)
    whole_run = time.monotonic() - began
    documents, tables = outputs(whole), rows(whole / "tables")
    assert len(tables["resolutions.csv"]) > 300 * 59

    def run(seconds: float | None) -> bool:
        """Run until the end, or until a kill after so many seconds; true where it came to the end."""
        process = subprocess.Popen(command, cwd=tree, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            assert process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            if rng.random() < 0.5:
                process.kill()  # its workers are left to themselves
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return False
        return True

    kills = ends = 0
    while kills < 50 or not ends:
        before = written(out)
        known = {record.name for record in read(out / ".minutesparse/manifest.jsonl").values()}
        ended = run(rng.uniform(0.1, 0.8) * whole_run if kills < 50 else None)
        after = written(out)
        again = {name for name in before if before[name] != after[name]}
        assert not again & {Path(name).name + ".json" for name in known}, "what the manifest knows is not done again"
        assert len(again) <= 2 * 2 * FEW, "what two workers had in hand"
        if not ended:
            kills += 1
            continue
        ends += 1
        assert outputs(out) == documents
        assert rows(out / "tables") == tables
        assert not list(out.rglob("*.tmp"))
        lines = (out / ".minutesparse/manifest.jsonl").read_bytes().split(b"\n")
        names = Counter(record.name for line in lines if (record := record_of(line + b"\n")) is not None)
        assert len(names) == 306 and set(names.values()) == {1}
        shutil.rmtree(out)
