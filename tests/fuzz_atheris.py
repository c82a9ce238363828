"""Looks for texts that break what must hold, guided by which code they reach: ``make fuzz-atheris``.

Inputs are texts in UTF-8; those that begin with the byte FF spell the choices of the grammars instead (`chance.Spelled`).
What reaches code that nothing before it reached is kept in the corpus, a folder given as an argument, for the next search.
The first fault ends the search: its smallest text goes to ``fixtures/regressions``.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
import zlib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["minutesparse"], enable_loader_override=False):
    from tests.chance import Spelled
    from tests.fuzz import Search, commit, failure, keep, record, smallest_fault
    from tests.fuzz_texts import text_of
    from tests.golden import REGRESSIONS

SPELLS = b"\xff"  # no byte of UTF-8


def text_in(data: bytes) -> str:
    """The text that an input stands for."""
    if data.startswith(SPELLS):
        return text_of(Spelled(data[1:]))
    return data.decode("utf-8", "replace")


def main() -> None:
    """Ends the process: with status 1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of inputs, read and added to")
    parser.add_argument("--cases", type=int, default=20000, metavar="N", help="texts to try")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed tries other texts")
    parser.add_argument("--record", type=Path, metavar="FILE", help="add a line about this search")
    args = parser.parse_args()
    args.corpus.mkdir(parents=True, exist_ok=True)
    search = Search("atheris", args.seed, commit=commit())
    begun = time.process_time()

    def end(status: int) -> None:
        seconds = time.process_time() - begun
        print(f"{search.cases} texts of {search.characters} characters in {seconds:.0f} s of CPU time")
        if args.record:
            record(search, seconds, args.record)
        sys.stdout.flush()
        os._exit(status)  # libFuzzer would take any other end for a crash

    def put(data: bytes) -> None:
        text, number = text_in(data), zlib.crc32(data)
        search.cases += 1
        search.characters += len(text)
        error = failure(text, None, number)
        if error is not None:
            fault = smallest_fault(text, None, error, number)
            search.faults.append(fault)
            print(f"a fault, kept in {keep(fault.text)}", f"text: {fault.text!r}", sep="\n    ")
            traceback.print_exception(fault.error, file=sys.stdout)
            end(1)
        if search.cases >= args.cases:
            end(0)

    options = [f"-seed={args.seed}", "-max_len=2000", "-verbosity=0", "-close_fd_mask=0"]
    atheris.Setup([sys.argv[0], *options, str(args.corpus), str(REGRESSIONS)], put)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
