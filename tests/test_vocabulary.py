"""The vocabulary: its files, the modules made of them, and what a user's file adds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from minutesparse import cli, config
from minutesparse.errors import OptionError
from minutesparse.vocabulary import AT_WORD, by_first_letter, generate, patterns_by_first_letter
from minutesparse.vocabulary.headings import ATTENDANCE_BEFORE, ATTENDANCE_LABELS, NO_TITLES
from minutesparse.vocabulary.tables import THEMES, check_additions, packaged, read_additions

ROOT = Path(__file__).parents[1]
LISTS = [one for theme in packaged().values() for one in theme.values()]


@pytest.mark.parametrize("path", generate.outputs(ROOT), ids=lambda path: path.name)
def test_what_is_made_from_the_files_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == generate.outputs(ROOT)[path], "run `make vocabulary`"


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.full_name)
def test_each_list_is_a_constant_with_its_words(one) -> None:
    constant = getattr(import_module(f"minutesparse.vocabulary.{one.theme}"), one.name.upper())
    assert constant == (dict(one.words) if one.sorted_by_meaning else one.words[""])


@pytest.mark.parametrize("one", [one for one in LISTS if one.patterns], ids=lambda one: one.full_name)
def test_each_pattern_compiles_alone(one) -> None:
    for words in one.words.values():
        for word in words:
            re.compile(word)


@pytest.mark.parametrize(
    "one", [one for one in LISTS if not one.printed and not one.patterns], ids=lambda one: one.full_name
)
def test_words_are_in_lower_case_unless_their_capitals_count(one) -> None:
    assert [word for words in one.words.values() for word in words if word != word.lower()] == []


@pytest.mark.parametrize("one", [one for one in LISTS if one.also], ids=lambda one: one.full_name)
def test_a_list_that_another_follows_exists_and_takes_words(one) -> None:
    for name in one.also:
        theme, _, rest = name.partition(".")
        followed, _, meaning = rest.partition(".")
        assert not packaged()[theme][followed].fixed
        assert not meaning or meaning in packaged()[theme][followed].words


REFUSED = [
    ("people.titles", "['Thane']", "people: nothing is called 'titles' there."),
    ("persons.member_titles", "['Thane']", "nothing is called 'persons' there."),
    ("people.member_title", "['Thane']", "Did you mean 'member_titles'?"),
    ("people.member_titles", "'Thane'", "people.member_titles: wants a list of words"),
    ("people.member_titles", "[]", "people.member_titles: wants a list of words"),
    ("people.member_titles", "[7]", "people.member_titles: 7 is no word"),
    ("people.member_titles", "['']", "people.member_titles: an empty word"),
    ("people.member_titles", "[' Thane']", "has blanks round it"),
    ("people.member_titles", "['A\\nB']", "has blanks round it, or more than one in it"),
    ("people.member_titles", "['.*']", "does not begin as a word does"),
    ("people.member_titles", "['Thane', 'thane']", "'thane' stands there twice"),
    ("people.member_titles", f"['{'Thane' * 20}']", "is longer than 80 characters"),
    ("people.member_titles.chair", "['Thane']", "people.member_titles: wants a list of words"),
    ("people.number_words", "['eleventy']", "people.number_words: takes no additions"),
    ("decisions.leads", "['Doomed']", "decisions.leads: not a table"),
    ("decisions.leads.resolve", "['Doomed']", "Did you mean 'resolved'?"),
    ("people", "['Thane']", "people: not a table"),
]


@pytest.mark.parametrize(("key", "value", "message"), REFUSED)
def test_a_wrong_file_is_refused_by_name_and_key(tmp_path: Path, key: str, value: str, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(f"{key} = {value.replace(chr(39), chr(34))}\n", encoding="utf-8")
    with pytest.raises(OptionError) as refusal:
        read_additions(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"[people", "not TOML"), (b"\xff\xfe", "not TOML"), (b"a = " + b"[" * 5000, "nested too deeply")],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(data)
    with pytest.raises(OptionError, match=message):
        read_additions(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        read_additions(tmp_path / "words.toml")


def test_words_are_given_by_list_and_meaning() -> None:
    tables = {"people": {"member_titles": ["Thane"]}, "decisions": {"leads": {"resolved": ["Doomed"]}}}
    assert check_additions("words.toml", tables) == {
        "people.member_titles": ("Thane",),
        "decisions.leads.resolved": ("Doomed",),
    }


def test_the_themes_are_the_files() -> None:
    assert sorted(THEMES) == sorted(path.stem for path in Path(generate.__file__).parent.glob("*.toml"))


PAGE = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
MINUTES, WORDS, NAMED, INLINE = EXAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the minutes and the words of the page."""
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    (tmp_path / "words.toml").write_text(WORDS, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a process of its own: a vocabulary holds for a whole process."""
    command = [sys.executable, "-m", "minutesparse", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, text=True, encoding="utf-8")


def extracted(folder: Path, *arguments: str, stdin: str = "") -> Any:
    done = run(folder, "extract", *arguments, stdin=stdin)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def knows_thanes(document: Any) -> bool:
    return any(person["honorific"] == "Thane" for person in document["attendance"])


def test_words_of_a_made_up_council_become_readable_by_a_file_alone(folder: Path) -> None:
    before = extracted(folder, "minutes.txt")
    assert [item["title"] for item in before["items"]] == ["Muster", "Hedge", "Ferry"]
    assert before["meeting"]["council"] is None
    assert [item["resolutions"] + item["actions"] for item in before["items"]] == [[], [], []]
    assert not knows_thanes(before)

    after = extracted(folder, "--vocabulary", "words.toml", "minutes.txt")
    assert after["meeting"]["council"] == "Anyford Moot"
    assert [(person["name"], person["status"], person["roles"]) for person in after["attendance"]] == [
        ("Ada Pell", "present", ["chair"]),
        ("Tom Reed", "present", []),
        ("Joan Vale", "in_attendance", ["clerk"]),
        ("Ivy Moss", "apologies", []),
    ]
    assert [item["title"] for item in after["items"]] == ["Muster", "Hedge", "Ferry"]
    hedge, ferry = (item["resolutions"] for item in after["items"][1:])
    assert [(one["kind"], one["lead"]) for one in hedge + ferry] == [("resolved", "Doomed:"), ("resolved", None)]
    assert hedge[0]["moved_by"] == [{"name": "Reed", "person": "person-2"}]
    assert hedge[0]["seconded_by"] == [{"name": "Pell", "person": "person-1"}]
    (task,) = after["items"][2]["actions"]
    assert (task["lead"], [owner["name"] for owner in task["owners"]]) == ("Doing:", ["Moot Scribe"])


@pytest.mark.parametrize("command", ["show", "explain"])
def test_commands_take_words(folder: Path, command: str) -> None:
    assert (
        run(folder, command, "minutes.txt").stdout
        != run(folder, command, "--vocabulary", "words.toml", "minutes.txt").stdout
    )


@pytest.mark.slow
def test_check_takes_words(folder: Path) -> None:
    (folder / "more.txt").write_text(MINUTES, encoding="utf-8")
    plain = run(folder, "check", "--exit-zero", "--output-format", "concise", ".").stdout
    for jobs in "12":
        command = ("check", "--exit-zero", "--output-format", "concise", "-j", jobs, "--vocabulary", "words.toml", ".")
        taught = run(folder, *command)
        assert (taught.returncode, taught.stderr) == (0, "")
        assert taught.stdout.count("minutes.txt:") == taught.stdout.count("more.txt:") < plain.count("more.txt:")


@pytest.mark.slow
def test_several_files_add_words(folder: Path) -> None:
    (folder / "more.toml").write_text('[people]\nmember_titles = ["Thane", "Earl"]\n', encoding="utf-8")
    document = extracted(folder, "--vocabulary", "more.toml", "--vocabulary", "words.toml", "minutes.txt")
    assert knows_thanes(document)
    assert document["meeting"]["council"] == "Anyford Moot"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("minutesparse.toml", NAMED),
        ("minutesparse.toml", INLINE),
        ("pyproject.toml", f"[tool.minutesparse]\n{NAMED}"),
        ("pyproject.toml", INLINE.replace("[vocabulary", "[tool.minutesparse.vocabulary")),
    ],
)
def test_a_projects_configuration_adds_words(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / "2024").mkdir()
    found = config.find(folder / "2024")
    assert found == folder / name
    assert config.load(found).vocabulary["people.member_titles"] == ("Thane",)


@pytest.mark.slow
def test_configuration_holds_for_files_and_standard_input(folder: Path) -> None:
    (folder / "minutesparse.toml").write_text(NAMED, encoding="utf-8")
    (folder / "2024").mkdir()
    (folder / "minutes.txt").rename(folder / "2024" / "june.txt")
    assert knows_thanes(extracted(folder, "2024/june.txt"))
    assert knows_thanes(extracted(folder / "2024", "-", stdin=MINUTES))
    assert not knows_thanes(extracted(folder, "--isolated", "2024/june.txt"))


def test_the_nearest_configuration_holds(folder: Path) -> None:
    (folder / "minutesparse.toml").write_text(NAMED, encoding="utf-8")
    (folder / "2024").mkdir()
    (folder / "2024" / "june.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "2024" / "minutesparse.toml").write_text("", encoding="utf-8")
    assert not knows_thanes(extracted(folder, "2024/june.txt"))
    done = run(folder, "extract", "minutes.txt", "2024/june.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("minutesparse: minutes.txt and 2024/june.txt have different vocabularies")
    assert done.stderr.count("\n") == 1


def test_files_of_one_configuration_go_together(folder: Path) -> None:
    (folder / "minutesparse.toml").write_text(NAMED, encoding="utf-8")
    (folder / "2024").mkdir()
    (folder / "2024" / "june.txt").write_text(MINUTES, encoding="utf-8")
    done = run(folder, "extract", "minutes.txt", "2024/june.txt")
    assert all(knows_thanes(json.loads(line)) for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("vocabulry = []", "minutesparse.toml: nothing is called 'vocabulry' there. Did you mean 'vocabulary'?"),
        ("vocabulary = 'words.toml'", "minutesparse.toml: vocabulary: wants a list of files, or tables of words"),
        ("vocabulary = ['none.toml']", "none.toml: no such file or directory"),
        ("[vocabulary.people]\nmember_title = ['Thane']", "vocabulary: people: nothing is called 'member_title'"),
        ("vocabulary = [", "minutesparse.toml: not TOML"),
    ],
)
def test_a_wrong_configuration_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    monkeypatch.chdir(folder)
    (folder / "minutesparse.toml").write_text(text, encoding="utf-8")
    assert cli.main(["extract", "minutes.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert printed.err.count("\n") == 1


def test_a_wrong_vocabulary_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "words.toml").write_text("[peple]\n", encoding="utf-8")
    assert cli.main(["extract", "--vocabulary", "words.toml", "minutes.txt"]) == 2
    assert capsys.readouterr().err == (
        "minutesparse: words.toml: nothing is called 'peple' there. Did you mean 'people'?\n"
    )


def test_a_configuration_without_the_table_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "minutesparse.toml").touch()
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'uses-minutesparse'\n", encoding="utf-8")
    assert config.find(inner) == tmp_path / "minutesparse.toml"
    (inner / "pyproject.toml").write_text("[tool.minutesparse]\n", encoding="utf-8")
    assert config.find(inner) == inner / "pyproject.toml"
    (inner / "minutesparse.toml").touch()
    assert config.find(inner) == inner / "minutesparse.toml"


LIBRARY = """
import minutesparse
from minutesparse import OptionError, parse_file, use_vocabulary

def thanes():
    return [person.honorific for person in parse_file("minutes.txt").attendance].count("Thane")

if {early}:
    use_vocabulary("words.toml")
print(thanes())
try:
    use_vocabulary("words.toml")
except OptionError as error:
    print(error)
"""


def test_the_library_adds_words_before_the_first_text(folder: Path) -> None:
    code = [sys.executable, "-c", LIBRARY.format(early=True)]
    assert subprocess.run(code, cwd=folder, capture_output=True, text=True).stdout == "3\n"


def test_the_library_refuses_words_that_come_too_late(folder: Path) -> None:
    code = [sys.executable, "-c", LIBRARY.format(early=False)]
    printed = subprocess.run(code, cwd=folder, capture_output=True, text=True).stdout
    assert printed.startswith("0\nwords for actions.leads come too late: ")


def test_words_of_a_user_are_no_patterns(folder: Path) -> None:
    (folder / "words.toml").write_text(
        "[people]\nmember_titles = ['a(a+)+$', 'T.*e']\n[meeting]\nauthorities = ['Moot(']\nrecords = ['a[a-z']\n"
        "[decisions]\nmovers = ['put *by']\n[decisions.leads]\nresolved = ['D?oomed|']\n",
        encoding="utf-8",
    )
    assert not knows_thanes(extracted(folder, "--vocabulary", "words.toml", "minutes.txt"))


COMPILES = """
import inspect, sys
import minutesparse

minutesparse.use_vocabulary("words.toml")
minutesparse.parse_file("minutes.txt")
for name, module in sorted(sys.modules.items()):
    if name.startswith("minutesparse."):
        for function in vars(module).values():
            if hasattr(function, "cache_info") and not inspect.signature(function.__wrapped__).parameters:
                function()
print("compiled")
"""


def test_each_list_takes_words_that_hold_what_patterns_are_made_of(folder: Path) -> None:
    tables = []
    for one in LISTS:
        if not one.fixed:
            keys = [f"{one.theme}.{one.name}.{meaning}".rstrip(".") for meaning in one.words]
            tables += [f'{key} = ["Qa(z|x]", "qé {{zz"]' for key in keys]
    (folder / "words.toml").write_text("\n".join(tables), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", COMPILES], cwd=folder, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("compiled\n", "")


@pytest.mark.slow
def test_check_reads_by_the_words_of_the_configuration(folder: Path) -> None:
    (folder / "words.toml").write_text(WORDS, encoding="utf-8")
    (folder / "minutesparse.toml").write_text(NAMED, encoding="utf-8")
    alone = run(folder, "check", "--isolated", "--output-format", "json", "--exit-zero", "minutes.txt")
    for arguments in (["minutes.txt"], ["."], ["--select", "MP1", "--extend-select", "MP", "minutes.txt"]):
        done = run(folder, "check", "--output-format", "json", "--exit-zero", *arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout != alone.stdout
    (folder / "minutesparse.toml").rename(folder / "other.toml")
    given = run(folder, "check", "--config", "other.toml", "--output-format", "json", "--exit-zero", "minutes.txt")
    assert (given.returncode, given.stderr) == (0, "")
    assert (
        given.stdout
        == run(
            folder,
            "check",
            "--config",
            "other.toml",
            "--output-format",
            "json",
            "--exit-zero",
            "minutes.txt",
            "--jobs",
            "1",
        ).stdout
    )
    assert given.stdout != alone.stdout


def test_layouts_are_known_before_words_are_added(folder: Path) -> None:
    assert knows_thanes(extracted(folder, "--layout", "document", "--vocabulary", "words.toml", "minutes.txt"))


def test_by_first_letter() -> None:
    assert by_first_letter(("be", "do", "been")) == "b(?:e|een)|do"


def test_at_word() -> None:
    words = re.compile(rf"(?:{by_first_letter(('be', 'been', 'do'), AT_WORD)})\b")
    assert [match.span() for match in words.finditer("do maybe, be (been) to\u00e9do")] == [(0, 2), (10, 12), (14, 18)]


@pytest.mark.parametrize(
    ("patterns", "source"),
    [
        (("mayor", "moved"), "m(?:ayor|oved)"),
        (("(?:chair|clerk)s?", "date"), "c(?:hairs?|lerks?)|date"),
        (("(?:old )?chair", r"\d+", "a?b"), r"(?:old )?chair|\d+|a?b"),
    ],
)
def test_patterns_by_first_letter(patterns: tuple[str, ...], source: str) -> None:
    assert patterns_by_first_letter(patterns) == source


def test_alternatives_hold_no_bar_outside_brackets() -> None:
    """What `patterns_by_first_letter` asks of them, since it puts the first letter of each before a group of the rest."""
    for pattern in (*NO_TITLES, *ATTENDANCE_BEFORE, *ATTENDANCE_LABELS):
        bare = pattern
        while (less := re.sub(r"\((?:\?:|\?!)?[^()]*\)|\[[^]]*\]", "", bare)) != bare:
            bare = less
        assert "|" not in bare
