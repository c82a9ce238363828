"""The Dask engine: what a cluster's workers do, what is made of what they lose, and the same documents in the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.outputs import outputs

from minutesparse import cli
from minutesparse.batch import partition
from minutesparse.batch.cluster import Cluster
from minutesparse.batch.engine import EngineError
from minutesparse.batch.inputs import Input
from minutesparse.batch.job import Done, Job, OutputError, Setting
from minutesparse.batch.work import Worker

TEXT = "Oxbow Parish Council\nMinutes of the meeting held on 3 June 2024\n\n1. Fences\nRESOLVED: That fence {n} be mended.\n"


def write_minutes(folder: Path, count: int, items: int = 0) -> None:
    for number in range(count):
        path = folder / f"20{number % 3}" / f"m{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        more = "".join(f"{n}. Item {n}\nRESOLVED: That {number} be noted.\n" for n in range(2, items + 2))
        path.write_text(TEXT.format(n=number) + more, encoding="utf-8")


class Here:
    """In the place of a worker's process."""

    def __init__(self, count: int, setting: Setting, words: object) -> None:
        self.worker = Worker(setting)
        self.closed = False

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        for job in jobs:
            if stopping():
                return
            if job.input.name == "full":
                raise OutputError("the disk is full")
            yield self.worker.do_one(job)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutesparse.batch.partition.Pool", Here)


class KilledWorker(Exception):  # noqa: N818 - as Dask calls it
    pass


class Future:
    def __init__(self, key: str, status: str, value: object) -> None:
        self.key, self.status, self.value = key, status, value

    def result(self) -> object:
        return self.value

    def exception(self) -> object:
        return self.value

    def add_done_callback(self, call: Callable[[Future], None]) -> None:
        call(self)


class Client:
    """In the place of Dask's: does each task at once, but for those with the input that ends workers."""

    status = "running"

    def __init__(self, versions: Sequence[str] = (partition.version(),)) -> None:
        self.versions = versions
        self.sizes: list[int] = []

    def submit(self, function: Callable[..., bytes], run: str, packed: bytes, key: str, pure: bool) -> Future:
        names = [job.input.name for job in partition.pickle.loads(packed)[2]]
        self.sizes.append(len(names))
        if "deadly" in names:
            return Future(key, "error", KilledWorker())
        if "odd" in names:
            return Future(key, "error", KeyError())
        return Future(key, "finished", function(run, packed))

    def run(self, function: Callable[..., Any], *arguments: object) -> dict[str, Any]:
        if function is partition.version:
            return dict(enumerate(self.versions))  # type: ignore[arg-type]
        return {"one": function(*arguments)}

    def nthreads(self) -> dict[str, int]:
        return {"one": 1}

    def wait_for_workers(self, count: int, timeout: float) -> None:
        if not self.versions:
            raise TimeoutError

    def close(self, timeout: float) -> None:
        pass


@pytest.fixture
def client(here: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A cluster of one worker in this process; the working folder is ``tmp_path``."""
    monkeypatch.chdir(tmp_path)
    one = Client()
    monkeypatch.setattr("minutesparse.batch.cluster._client", lambda distributed, scheduler: one)
    return one


def job(name: str, data: bytes | None = b"Minutes\n", path: str = "") -> Job:
    return Job(Input(name, path or name, data), {}, "options")


def results(tmp_path: Path, jobs: Sequence[Job], stopping: Callable[[], bool] = lambda: False) -> dict[str, str | None]:
    cluster = Cluster(Setting(str(tmp_path / "out"), "json"), {}, 1, "tcp://somewhere:8786")
    try:
        return {one.record.name: one.record.reason for one in cluster.run(iter(jobs), stopping)}
    finally:
        cluster.close()


class TestCluster:
    def test_partitions(self, tmp_path: Path, client: Client) -> None:
        assert len(results(tmp_path, [job(f"m{number}.txt") for number in range(70)])) == 70
        assert client.sizes == [32, 32, 6]

    def test_an_input_that_ends_workers_costs_itself_alone(self, tmp_path: Path, client: Client) -> None:
        found = results(tmp_path, [job("a.txt"), job("deadly"), job("b.txt")])
        assert found == {"a.txt": None, "b.txt": None, "deadly": "each of the workers that took it was lost"}

    def test_a_cluster_that_fails_ends_the_run(self, tmp_path: Path, client: Client) -> None:
        with pytest.raises(EngineError, match=r"failed \(KeyError\); --resume goes on"):
            results(tmp_path, [job("odd")])

    def test_output_that_cannot_be_written_ends_the_run(self, tmp_path: Path, client: Client) -> None:
        with pytest.raises(OutputError, match="the disk is full"):
            results(tmp_path, [job("full")])

    def test_nothing_is_begun_once_it_is_stopped(self, tmp_path: Path, client: Client) -> None:
        assert results(tmp_path, [job("a.txt")], lambda: True) == {}
        assert client.sizes == []

    def test_workers_that_do_not_see_a_file_get_its_bytes(
        self, tmp_path: Path, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("a.txt", "long.txt"):
            (tmp_path / name).write_text(TEXT, encoding="utf-8")
        (tmp_path / "long.txt").write_bytes(b"x" * 200)
        jobs = [job(name, None, str(tmp_path / name)) for name in ("a.txt", "long.txt", "missing.txt")]
        setting = Setting(str(tmp_path / "out"), "json", largest=150)
        for stamp in ((1, 2), None):
            monkeypatch.setattr(client, "run", lambda function, *arguments, stamp=stamp: {"far": stamp})
            monkeypatch.setattr(Cluster, "_examine", lambda self, called: None)
            cluster = Cluster(setting, {}, 1, "tcp://far")
            sent = [cluster._sent(one).input for one in jobs]
            assert [one.data for one in sent] == [TEXT.encode(), None, None]
            assert [one.refused for one in sent] == [None, "larger than 150 bytes", "no such file or directory"]

    @pytest.mark.parametrize(
        ("versions", "message"),
        [((), "no worker came within"), (("0.0.1",), "its workers have minutesparse 0.0.1, this is")],
    )
    def test_workers_that_cannot_do_it(
        self, tmp_path: Path, client: Client, versions: Sequence[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        client.versions = versions
        write_minutes(tmp_path / "in", 1)
        assert batch("in", "-o", "out", "--scheduler", "tcp://far") == 2
        err = capsys.readouterr().err
        assert message in err and err.count("\n") == 1

    def test_workers_that_do_not_see_the_output(
        self, tmp_path: Path, client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(partition, "sees", lambda path, content: False)
        write_minutes(tmp_path / "in", 1)
        assert batch("in", "-o", "out", "--scheduler", "tcp://far") == 2
        assert "its workers do not see" in capsys.readouterr().err
        assert [path.name for path in (tmp_path / "out/.minutesparse").iterdir()] != []

    def test_the_same_as_the_local_engine(
        self, tmp_path: Path, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("minutesparse.batch.run.Pool", Here)
        write_minutes(tmp_path / "in", 40)
        assert batch("in", "-o", "out", "--scheduler", "tcp://far", "--tables", "csv") == 0
        assert cli.main(["batch", "in", "-o", "local", "--quiet", "--tables", "csv"]) == 0
        assert outputs(tmp_path / "out") == outputs(tmp_path / "local")


def batch(*arguments: str) -> int:
    return cli.main(["batch", "--no-progress", "--engine", "dask", *arguments])


class TestPartition:
    def test_a_process_is_kept_for_the_run(self, tmp_path: Path, here: None, monkeypatch: pytest.MonkeyPatch) -> None:
        packed = partition.packed(Setting(str(tmp_path), "json"), {}, [job("a.txt")])
        for _ in range(2):
            (done,) = partition.unpacked(partition.do("kept", packed))
            assert done.record.status == "done"
        ((pool, _),) = partition._waiting["kept"]
        partition.stop("kept")
        assert "kept" not in partition._waiting and pool.closed
        assert partition.unpacked(partition.do("kept", packed)) == []

    def test_a_process_that_waits_long_is_ended(
        self, tmp_path: Path, here: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(partition, "IDLE", 0.0)
        monkeypatch.setattr(partition, "_reaper", None)
        partition.do("left", partition.packed(Setting(str(tmp_path), "json"), {}, [job("a.txt")]))
        reaper = partition._reaper
        if reaper is not None:
            reaper.join(10)
        assert "left" not in partition._waiting


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert cli.main(["batch", str(tmp_path), "-o", str(tmp_path / "out"), "--engine", "dask"]) == 2
    assert capsys.readouterr().err == (
        "minutesparse: --engine dask needs the extra 'dask': pip install 'minutesparse[dask]'\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_scheduler_is_dasks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["batch", str(tmp_path), "-o", str(tmp_path / "out"), "--scheduler", "tcp://far"]) == 2
    assert "--scheduler goes with --engine dask" in capsys.readouterr().err


COMMAND = [sys.executable, "-m", "minutesparse", "batch", "in", "--no-progress"]


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers, each a process."""
    file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "distributed.cli.dask_"]
    common = ["--scheduler-file", str(file), "--no-dashboard", "--host", "127.0.0.1"]
    line = [*dask[:2], f"{dask[2]}scheduler", *common, "--port", "0"]
    started = [subprocess.Popen(line, **quiet)]  # type: ignore[call-overload]
    try:
        for _ in range(2):
            line = [*dask[:2], f"{dask[2]}worker", *common, "--nthreads", "1", "--no-nanny"]
            started.append(subprocess.Popen(line, **quiet))  # type: ignore[call-overload]
        while not file.is_file() or not file.read_bytes().endswith(b"}"):
            assert started[0].poll() is None
            time.sleep(0.1)
        yield json.loads(file.read_bytes())["address"], started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals")
class TestRealCluster:
    def wait_for_documents(self, folder: Path, process: subprocess.Popen[bytes], count: int) -> None:
        while process.poll() is None and len(list(folder.rglob("*.json"))) < count:
            time.sleep(0.02)

    def local(self, tmp_path: Path) -> dict[str, bytes]:
        subprocess.run([*COMMAND, "-o", "local", "--tables", "csv", "--quiet"], cwd=tmp_path, check=True)
        return outputs(tmp_path / "local")

    def test_a_worker_that_is_killed_changes_nothing(
        self, tmp_path: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
    ) -> None:
        address, workers = scheduler
        write_minutes(tmp_path / "in", 200, items=40)
        line = [*COMMAND, "-o", "out", "--engine", "dask", "--scheduler", address, "--tables", "csv"]
        process = subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.PIPE)
        self.wait_for_documents(tmp_path / "out", process, 40)
        workers[0].kill()
        _, err = process.communicate(timeout=300)
        assert process.returncode == 0, err
        assert b"200 done, 0 failed" in err and err.count(b"\n") == 1
        assert outputs(tmp_path / "out") == self.local(tmp_path)
        again = subprocess.run([*line, "--resume"], cwd=tmp_path, capture_output=True)
        assert b"0 done, 200 unchanged" in again.stderr

    def test_interrupt_leaves_a_state_to_go_on_from(self, tmp_path: Path) -> None:
        write_minutes(tmp_path / "in", 300, items=40)
        line = [*COMMAND, "-o", "out", "--engine", "dask", "-j", "2", "--tables", "csv"]
        process = subprocess.Popen(line, cwd=tmp_path, stderr=subprocess.PIPE)
        self.wait_for_documents(tmp_path / "out", process, 1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)
        assert process.returncode == 130, err
        assert err.count(b"\n") == 1 and b"interrupted, --resume goes on" in err
        done = len(outputs(tmp_path / "out"))
        assert 0 < done < 300
        again = subprocess.run([*line, "--resume"], cwd=tmp_path, capture_output=True)
        assert again.returncode == 0
        assert f"{300 - done} done, {done} unchanged, 0 failed".encode() in again.stderr
        assert outputs(tmp_path / "out") == self.local(tmp_path)

    def test_time_limits_and_words_reach_the_workers(
        self, tmp_path: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
    ) -> None:
        write_minutes(tmp_path / "in", 3)
        (tmp_path / "in/long.txt").write_text(
            "\n".join(f"{n}. Item {n}\nRESOLVED: That {n} be noted.\n" for n in range(1, 100_000)), encoding="utf-8"
        )
        (tmp_path / "in/200/m000.txt").write_text(TEXT.replace("RESOLVED", "THUS DECIDED"), encoding="utf-8")
        (tmp_path / "words.toml").write_text("[decisions.leads]\nresolved = ['Thus decided']\n", encoding="utf-8")
        line = [*COMMAND, "-o", "out", "--engine", "dask", "--scheduler", scheduler[0]]
        done = subprocess.run(
            [*line, "--timeout", "2", "--vocabulary", "words.toml"], cwd=tmp_path, capture_output=True, check=False
        )
        assert done.returncode == 1
        assert b"long.txt: took longer than 2 seconds" in done.stderr
        document = json.loads((tmp_path / "out/200/m000.txt.json").read_bytes())
        assert len(document["items"][0]["resolutions"]) == 1

    def test_no_scheduler(self, tmp_path: Path) -> None:
        write_minutes(tmp_path / "in", 1)
        line = [*COMMAND, "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
        done = subprocess.run(line, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 2
        assert done.stderr == b"minutesparse: tcp://127.0.0.1:9: no scheduler answers there\n"
