from hypothesis import given
from hypothesis import strategies as st

from speakerine.upload.destination import PART, Present
from speakerine.upload.manifest import Sent
from speakerine.upload.output_files import OutputFile
from speakerine.upload.plan import Choice, Plan, folders_of, make_plan

PATHS = [
    "archives/2023.html",
    "archives/2023.xml",
    "assets/style.css",
    "cover.jpg",
    "episodes/a/a.mp3",
    "episodes/a/episode.json",
    "episodes/a/index.html",
    "episodes/a/transcript.html",
    "feed.xml",
    "index.html",
    "search/2023.json",
    "search/blocks.json",
    "sw.js",
]


def output_file(path: str, version: str = "a") -> OutputFile:
    return OutputFile(path, 10, version * 64, "stamp")


def sent(*paths: str, version: str = "a") -> dict[str, Sent]:
    return {path: Sent(10, version * 64) for path in paths}


def present(*paths: str, size_bytes: int = 10) -> dict[str, Present]:
    return {path: Present(size_bytes) for path in paths}


def paths_of(plan: Plan) -> list[list[str]]:
    return [[file.path for file in stage] for stage in plan.stages]


FILES = [output_file(path) for path in PATHS]


def test_what_names_a_file_goes_after_it_and_the_feed_last() -> None:
    plan = make_plan(FILES, {}, {}, Choice())
    assert paths_of(plan) == [
        [
            "assets/style.css",
            "cover.jpg",
            "episodes/a/a.mp3",
            "episodes/a/transcript.html",
            "search/2023.json",
        ],
        ["episodes/a/index.html"],
        ["archives/2023.html", "archives/2023.xml", "index.html", "search/blocks.json", "sw.js"],
        ["feed.xml"],
    ]


def test_what_is_replaced_goes_after_what_is_new() -> None:
    files = [output_file("episodes/a/a.mp3"), output_file("episodes/b/b.mp3")]
    plan = make_plan(files, {}, present("episodes/a/a.mp3"), Choice())
    assert paths_of(plan) == [["episodes/b/b.mp3"], ["episodes/a/a.mp3"]]


def test_what_was_sent_and_is_there_is_not_sent_again() -> None:
    plan = make_plan(FILES, sent(*PATHS), present(*PATHS), Choice())
    assert plan.sent == ()
    assert len(plan.unchanged) == len(PATHS) - 1


def test_what_changed_is_sent() -> None:
    files = [output_file("index.html", "b"), output_file("feed.xml")]
    plan = make_plan(files, sent(*PATHS), present(*PATHS), Choice())
    assert paths_of(plan) == [["index.html"]]


def test_what_is_missing_or_cut_there_is_sent_again() -> None:
    there = present("feed.xml") | present("index.html", size_bytes=3)
    files = [output_file(path) for path in ("cover.jpg", "feed.xml", "index.html")]
    assert paths_of(make_plan(files, sent(*PATHS), there, Choice())) == [["cover.jpg"], ["index.html"]]


def test_a_file_of_that_length_that_nobody_noted_is_sent() -> None:
    assert paths_of(make_plan([output_file("feed.xml")], {}, present("feed.xml"), Choice())) == [["feed.xml"]]


def test_everything_is_sent_when_it_is_asked_for() -> None:
    plan = make_plan(FILES, sent(*PATHS), present(*PATHS), Choice(everything=True))
    assert (len(plan.sent), plan.unchanged) == (len(PATHS) - 1, ())


def test_records_go_only_when_they_are_asked_for() -> None:
    asked = make_plan(FILES, {}, {}, Choice(records=True))
    assert "episodes/a/episode.json" in [file.path for file in asked.sent]


def test_only_what_was_ours_is_removed_and_only_when_it_is_asked_for() -> None:
    ours, there = sent("feed.xml", "old.mp3", "gone.mp3"), present("feed.xml", "old.mp3", "theirs.mp3")
    files = [output_file("feed.xml")]
    asked, not_asked = (make_plan(files, ours, there, Choice(delete=delete)) for delete in (True, False))
    assert (asked.removed, asked.left) == (("old.mp3",), ())
    assert (not_asked.removed, not_asked.left) == ((), ("old.mp3",))


def test_records_sent_once_are_not_removed_when_they_are_not_asked_for_again() -> None:
    plan = make_plan(FILES, sent(*PATHS), present(*PATHS), Choice(delete=True))
    assert plan.removed == ()


def test_what_killed_runs_left_half_sent_is_found() -> None:
    litter = f"episodes/a/{PART}0123"
    assert make_plan([], {}, present(litter, "b.mp3"), Choice()).litter == (litter,)


def test_folders_come_after_those_that_they_are_in() -> None:
    assert folders_of(["a/b/c.mp3", "d.html"]) == ["", "a", "a/b"]


some_paths = st.sets(st.sampled_from(PATHS))


@given(here=some_paths, ours=some_paths, there=some_paths, delete=st.booleans())
def test_whatever_is_there_it_becomes_what_is_here(
    here: set[str], ours: set[str], there: set[str], delete: bool
) -> None:
    files = [output_file(path) for path in sorted(here)]
    plan = make_plan(files, sent(*ours), present(*there), Choice(delete=delete, records=True))
    after = dict.fromkeys(there - ours, "theirs") | dict.fromkeys(there & ours, "ours")
    after |= {file.path: "ours" for file in plan.sent}
    for path in plan.removed:
        del after[path]
    assert {path for path in here if after.get(path) != "ours"} == set()
    assert there - ours <= set(after)
    if delete:
        assert {path for path, whose in after.items() if whose == "ours"} <= here
