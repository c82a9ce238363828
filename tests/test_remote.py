"""Inputs and outputs at URLs: what is read and written there, the lock, and what is said of failures."""

from __future__ import annotations

import errno
import functools
import http.server
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutesparse import cli
from minutesparse.batch import bucket, lease, manifest, remote
from minutesparse.batch.bucket import Bucket, ObjectWriter
from minutesparse.batch.inputs import Wanted, inputs
from minutesparse.batch.manifest import Record, record_of
from minutesparse.batch.store import store_at
from minutesparse.batch.urls import check_readable, check_writable, name_of, scheme_of, shown
from minutesparse.errors import OptionError

TEXT = "Oxbow Parish Council\nMinutes of the meeting held on 3 June 2024\n\n1. Fences\nRESOLVED: That fence {n} be mended.\n"


def record(name: str) -> Record:
    return Record(name, "done", "12", "34", "0.1", ("56",), 7, 0.25)


@pytest.fixture
def memory() -> Iterator[Any]:
    """The memory that ``memory://`` means, empty."""
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def tree(memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Six files of minutes below ``memory://in`` and in the working folder."""
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        name = f"in/20{number % 2}/m{number}.txt"
        memory.pipe_file(f"/{name}", TEXT.format(n=number).encode())
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT.format(n=number), encoding="utf-8")
    return memory


def outputs(memory: Any, root: str) -> dict[str, bytes]:
    """What is below a folder of the memory, but for the state."""
    found = memory.find(root)
    return {path[len(root) + 1 :]: memory.cat_file(path) for path in found if f"/{manifest.FOLDER}/" not in path}


def batch(*arguments: str) -> int:
    return cli.main(["batch", "--no-progress", "-j", "1", *arguments])


class TestUrls:
    @pytest.mark.parametrize(
        ("place", "scheme"),
        [("s3://b/k", "s3"), ("HTTPS://h/p", "https"), ("a/b", None), ("C:\\a", None), ("/s3://x", None)],
    )
    def test_scheme(self, place: str, scheme: str | None) -> None:
        assert scheme_of(place) == scheme

    @pytest.mark.parametrize(
        ("url", "told", "name"),
        [
            ("https://ann:secret@oxbow.example/m/june.txt?sig=abc#x", "https://oxbow.example/m/june.txt", "oxbow.example/m/june.txt"),
            ("https://a:p@b@oxbow.example/m.txt", "https://oxbow.example/m.txt", "oxbow.example/m.txt"),
            ("s3://minutes/a?b.txt", "s3://minutes/a?b.txt", "minutes/a?b.txt"),
        ],
    )  # fmt: skip
    def test_secrets_are_not_shown(self, url: str, told: str, name: str) -> None:
        assert (shown(url), name_of(url)) == (told, name)

    @pytest.mark.parametrize("url", ["ftp://h/x", "file:///etc/passwd", "gs://b/x", "zip://a::s3://b/c"])
    def test_other_schemes_are_refused(self, url: str) -> None:
        for check in (check_readable, check_writable):
            with pytest.raises(OptionError, match="s3://"):
                check(url)

    def test_pages_take_no_output(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("in", "-o", "https://ann:secret@oxbow.example/out") == 2
        err = capsys.readouterr().err
        assert err == (
            "minutesparse: https://oxbow.example/out: https:// is for input only; "
            "outputs go to a folder or an s3:// URL\n"
        )


class TestInput:
    def test_a_folder_as_one_of_files(self, tree: Any) -> None:
        tree.pipe_file("/in/.hidden/a.txt", b"x")
        tree.pipe_file("/in/notes.pdf", b"x")
        local = [one.name for one in inputs(["in"], Wanted(), 10**6)]
        assert [one.name for one in inputs(["memory://in"], Wanted(), 10**6)] == local
        assert batch("in", "-o", "local") == batch("memory://in/", "-o", "far") == 0
        for path in Path("local").rglob("*.json"):
            assert path.read_bytes() == (Path("far") / path.relative_to("local")).read_bytes()

    def test_archives(self, tree: Any) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a/june.txt", TEXT)
        tree.pipe_file("/in/old.zip", packed.getvalue())
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as tar:
            info = tarfile.TarInfo("july.txt")
            info.size = len(TEXT)
            tar.addfile(info, io.BytesIO(TEXT.encode()))
        tree.pipe_file("/old.tar.gz", packed.getvalue())
        found = {one.name: one.data for one in inputs(["memory://in", "memory://old.tar.gz"], Wanted(), 10**6)}
        assert found["old.zip/a/june.txt"] == found["old.tar.gz/july.txt"] == TEXT.encode()

    def test_names_that_lead_elsewhere_are_refused(self, tree: Any) -> None:
        tree.store["/in/../../x.txt"] = tree.store["/in/200/m0.txt"]
        tree.store["/in/a\\b.txt"] = tree.store["/in/200/m0.txt"]
        refused = {one.name: one.refused for one in inputs(["memory://in"], Wanted(), 10**6) if one.refused}
        assert "a backslash in its path" in refused.values()
        assert all(".." not in name and "\\" not in name for name in refused)

    def test_what_is_not_there_or_too_large(self, tree: Any, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("memory://none.txt", "memory://in/200/m0.txt", "-o", "out", "--max-bytes", "20") == 1
        err = capsys.readouterr().err
        assert "none.txt: there is no such object\n" in err
        assert "in/200/m0.txt: larger than 20 bytes\n" in err


class TestOutput:
    def test_the_same_as_a_folder(self, tree: Any, tmp_path: Path) -> None:
        assert batch("in", "-o", "memory://out", "--tables", "csv") == 0
        assert batch("memory://in", "-o", "memory://again", "--tables", "csv") == 0
        found = outputs(tree, "/out")
        assert found == outputs(tree, "/again")
        assert "tables/resolutions.csv" in found and "200/m0.txt.json" in found
        assert json.loads(found["200/m0.txt.json"])["source"]["name"] == "200/m0.txt"

    def test_a_stream(self, tree: Any) -> None:
        assert batch("in", "-o", "memory://out", "--to", "jsonl", "--tables", "sqlite") == 0
        found = outputs(tree, "/out")
        assert [json.loads(line)["source"]["name"][-6:] for line in found["minutes.jsonl"].split(b"\n")[:-1]] == [
            f"m{number}.txt" for number in (0, 2, 4, 1, 3, 5)
        ]
        assert found["minutes.db"].startswith(b"SQLite format 3")

    def test_resume(self, tree: Any, capsys: pytest.CaptureFixture[str]) -> None:
        batch("in", "-o", "memory://out")
        tree.rm_file("/out/200/m0.txt.json")
        Path("in/new.txt").write_text(TEXT, encoding="utf-8")
        capsys.readouterr()
        assert batch("in", "-o", "memory://out", "--resume") == 0
        assert "2 done, 5 unchanged, 0 failed" in capsys.readouterr().err
        assert batch("in", "-o", "memory://out") == 0
        assert "7 done, 0 failed" in capsys.readouterr().err
        assert len(tree.ls("/out/.minutesparse/manifest")) == 1

    def test_another_engine_has_no_part_in_it(self, tree: Any, capsys: pytest.CaptureFixture[str]) -> None:
        assert batch("in", "-o", "memory://out", "--engine", "dask") == 2
        assert "the memory of one process" in capsys.readouterr().err

    def test_a_store_that_refuses_ends_the_run(
        self, tree: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        real = type(tree).pipe_file

        def pipe_file(self: Any, path: str, value: bytes, mode: str = "overwrite", **more: Any) -> None:
            if path.endswith(".json"):
                raise PermissionError("AKIA-SECRET is not allowed")
            real(self, path, value, mode)

        monkeypatch.setattr(type(tree), "pipe_file", pipe_file)
        assert batch("in", "-o", "memory://out") == 1
        assert capsys.readouterr().err == "minutesparse: memory://out/200/m0.txt.json: permission denied\n"

    def test_a_stream_that_fails_leaves_what_was_there(self, memory: Any) -> None:
        store = Bucket("memory://out")
        store.write("a", b"old")

        def fail() -> None:
            with store.writing("a") as stream:
                stream.write(b"half")
                raise KeyError("anything")

        with pytest.raises(KeyError):
            fail()
        assert store.read("a") == b"old"


class TestManifest:
    def test_an_object_for_some_records(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put: list[tuple[int, int]] = []
        monkeypatch.setattr(bucket, "MOST", 3)
        writer = ObjectWriter(lambda number, data: put.append((number, data.count(b"\n"))))
        for number in range(7):
            writer.write(record(f"m{number}"))
        assert put == [(1, 3), (2, 3)]
        writer.close()
        writer.close()
        assert put[2:] == [(3, 1)]

    def test_none_waits_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        put: list[int] = []
        monkeypatch.setattr(bucket, "LONGEST", 0.0)
        ObjectWriter(lambda number, data: put.append(number)).write(record("a"))
        assert put == [1]

    def test_the_last_record_of_an_input_holds(self, memory: Any) -> None:
        store = Bucket("memory://out")
        for number, seconds in enumerate((0.5, 0.75), 1):
            with store.held():
                writer = store.recorder()
                writer.write(Record("a", "done", "1", "2", "3", (), 4, seconds))
                writer.close()
            assert store._lease is not None and store._lease.number == number
        assert store.records()["a"].seconds == 0.75
        (first, last) = sorted(memory.ls("/out/.minutesparse/manifest", detail=False))
        assert record_of(memory.cat_file(first)) != record_of(memory.cat_file(last))


class TestLease:
    @pytest.fixture(autouse=True)
    def quick(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, seconds in (("RENEW", 0.01), ("PATIENCE", 0.2), ("POLL", 0.02)):
            monkeypatch.setattr(lease, name, seconds)

    def refuse(self, memory: Any, message: str) -> None:
        with pytest.raises(OptionError, match=message), lease.leased(memory, "/out", "memory://out"):
            pass

    def test_one_at_a_time(self, memory: Any) -> None:
        with lease.leased(memory, "/out", "memory://out"):
            self.refuse(memory, "another run is writing there")
        with lease.leased(memory, "/out", "memory://out") as second:
            assert second.number == 2
        assert memory.ls("/out", detail=False) == ["/out/lock-00000002"]

    def test_the_dead_hold_nothing(self, memory: Any) -> None:
        memory.pipe_file("/out/lock-00000004", b"elsewhere 12 7\n")
        with lease.leased(memory, "/out", "memory://out") as held:
            assert held.number == 5

    def test_who_was_taken_for_dead_writes_no_more(self, memory: Any) -> None:
        store = Bucket("memory://out")
        with store.held():
            writer = store.recorder()
            writer.write(record("a"))
            memory.pipe_file("/out/.minutesparse/lock-00000002", b"elsewhere 12 7\n")
            held = store._lease
            assert held is not None
            for _ in range(500):
                if held.lost:
                    break
                threading.Event().wait(0.01)
            with pytest.raises(OSError, match="taken this one for dead"):
                writer.close()

    def test_a_store_that_creates_over_others(self, memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lease, "_create", lambda *arguments: bool(memory.pipe_file(arguments[1], b"x") or True))
        self.refuse(memory, "no run can be alone; write to a folder")
        assert not memory.exists("/out/lock-00000001")


class ClientError(OSError):
    response = {"Error": {"Code": "AccessDenied", "Message": "AKIA-SECRET"}}  # noqa: RUF012


class NoCredentialsError(Exception):
    pass


class ClientResponseError(Exception):
    status = 503


@pytest.mark.parametrize(
    ("error", "number", "reason"),
    [
        (FileNotFoundError("s3://SECRET"), errno.ENOENT, "there is no such object"),
        (PermissionError("SECRET"), errno.EACCES, "permission denied"),
        (NoCredentialsError("SECRET"), errno.EACCES, "no credentials were found"),
        (ClientResponseError("SECRET"), errno.EIO, "the server answered with status 503"),
        (ConnectionRefusedError("SECRET"), errno.EIO, "the server cannot be reached"),
        (ValueError("SECRET"), errno.EIO, "the server refused it (ValueError)"),
        (OSError(errno.ENAMETOOLONG, "SECRET"), errno.ENAMETOOLONG, "the server refused it (OSError)"),
    ],
)
def test_reasons_tell_no_secrets(error: Exception, number: int, reason: str) -> None:
    def fail() -> None:
        with remote.told("https://ann:SECRET@oxbow.example/m.txt?SECRET"):
            raise error

    with pytest.raises(OSError) as told:
        fail()
    assert (told.value.errno, told.value.strerror, told.value.filename) == (
        number,
        reason,
        "https://oxbow.example/m.txt",
    )
    assert told.value.__cause__ is None


def test_the_code_of_a_refusal_is_told() -> None:
    error = PermissionError("SECRET")
    error.__cause__ = ClientError()
    assert remote._reason(error) == (errno.EACCES, "permission denied (AccessDenied)")


@pytest.mark.parametrize("missing", ["fsspec", "s3fs"])
def test_without_the_extra(missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    assert batch("in", "-o", "s3://minutes/out") == 2
    assert capsys.readouterr().err == (
        "minutesparse: s3:// needs the extra 'remote': pip install 'minutesparse[remote]'\n"
    )


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[str]:
    """The address of a server that gives what is in the working folder."""
    handler = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


COMMAND = [sys.executable, "-m", "minutesparse", "batch", "--no-progress", "-j", "2"]


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, env={**os.environ, **variables}, capture_output=True, check=False
    )


@pytest.mark.slow
def test_pages(tmp_path: Path, pages: str) -> None:
    (tmp_path / "june.txt").write_text(TEXT, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "old.zip", "w") as archive:
        archive.writestr("may.txt", TEXT)
    urls = [f"http://ann:secret@{pages}/{name}" for name in ("june.txt", "old.zip", "july.txt")]
    done = run(tmp_path, *urls, "-o", "out")
    assert done.returncode == 1
    assert b"secret" not in done.stderr
    assert f"minutesparse: {pages}/july.txt: there is no such object\n".encode() in done.stderr
    assert b"2 done, 1 failed" in done.stderr and done.stderr.count(b"\n") == 2
    assert (tmp_path / f"out/{pages}/june.txt.json").is_file()
    assert (tmp_path / "out/old.zip/may.txt.json").is_file()
    assert b"secret" not in b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())


SERVER = """
import sys
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(*server.get_host_and_port(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A server of S3 with a bucket called minutes, and the file system that leads there."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    try:
        host, port = process.stdout.readline().decode().split()
        variables = {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "AKIAINVENTED",
            "AWS_SECRET_ACCESS_KEY": "invented-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        system, _ = remote.opened("s3://minutes")
        system.mkdir("minutes")
        yield system
        type(system).clear_instance_cache()
    finally:
        process.communicate()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
class TestS3:
    def fill(self, s3: Any, folder: Path, count: int) -> None:
        for number in range(count):
            name = f"in/20{number % 2}/m{number}.txt"
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(TEXT.format(n=number), encoding="utf-8")
            s3.pipe_file(f"minutes/{name}", TEXT.format(n=number).encode())

    def below(self, s3: Any, root: str) -> dict[str, bytes]:
        found = s3.find(root)
        return {path[len(root) + 1 :]: s3.cat_file(path) for path in found if "/.minutesparse/" not in path}

    def local(self, folder: Path, *arguments: str) -> dict[str, bytes]:
        assert run(folder, "in", "-o", "local", *arguments).returncode == 0
        return {
            path.relative_to(folder / "local").as_posix(): path.read_bytes()
            for path in (folder / "local").rglob("*")
            if path.is_file() and manifest.FOLDER not in path.parts
        }

    @pytest.mark.parametrize("engine", ["local", "dask"])
    def test_from_bucket_to_bucket(self, s3: Any, tmp_path: Path, engine: str) -> None:
        self.fill(s3, tmp_path, 40)
        arguments = ["s3://minutes/in", "-o", "s3://minutes/out", "--engine", engine]
        done = run(tmp_path, *arguments)
        assert done.returncode == 0, done.stderr
        assert b"40 done, 0 failed" in done.stderr and done.stderr.count(b"\n") == 1
        assert self.below(s3, "minutes/out") == self.local(tmp_path)
        done = run(tmp_path, *arguments, "--resume", "--tables", "csv")
        assert b"0 done, 40 unchanged" in done.stderr
        assert len(s3.find("minutes/out/tables")) > 5

    def test_a_stream(self, s3: Any, tmp_path: Path) -> None:
        self.fill(s3, tmp_path, 5)
        assert run(tmp_path, "in", "-o", "s3://minutes/out", "--to", "jsonl").returncode == 0
        assert self.below(s3, "minutes/out") == self.local(tmp_path, "--to", "jsonl")

    def test_one_run_at_a_time(self, s3: Any, tmp_path: Path) -> None:
        self.fill(s3, tmp_path, 1)
        with lease.leased(s3, "minutes/out/.minutesparse", "s3://minutes/out"):
            done = run(tmp_path, "in", "-o", "s3://minutes/out")
        assert done.returncode == 2
        assert done.stderr == b"minutesparse: s3://minutes/out: another run is writing there\n"

    @pytest.mark.parametrize(
        ("arguments", "variables", "message"),
        [
            (("in", "-o", "s3://nowhere/out"), {}, b"minutesparse: s3://nowhere/out: no such bucket\n"),
            (
                ("in", "-o", "s3://minutes/out"),
                {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"},
                b"minutesparse: s3://minutes/out: the server cannot be reached\n",
            ),
        ],
    )
    def test_failures_are_one_line(
        self, s3: Any, tmp_path: Path, arguments: tuple[str, ...], variables: dict[str, str], message: bytes
    ) -> None:
        self.fill(s3, tmp_path, 1)
        done = run(tmp_path, *arguments, **variables)
        assert (done.returncode, done.stderr) == (1, message)


def test_stores() -> None:
    assert type(store_at("out")).__name__ == "Folder"
    assert type(store_at("memory://out")).__name__ == "Bucket"
