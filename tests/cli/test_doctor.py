import json


def test_it_looks_at_everything_and_changes_nothing(run, here):
    before = sorted(here.rglob("*"))
    result = run("doctor")
    assert result.exit_code == 0, result.stdout
    for about in ("python", "packages", "show", "cover", "voices", "cache", "output"):
        assert f" {about:9} " in result.stdout
    assert [path for path in sorted(here.rglob("*")) if ".cache" not in path.parts] == before


def test_what_is_wrong_is_said_with_what_to_do(run, here):
    (here / "show.toml").write_text("[show]\ntittle = 'x'\n", "utf-8")
    result = run("doctor")
    assert result.exit_code == 1
    (line,) = [line for line in result.stdout.splitlines() if line.startswith("✗")]
    assert "did you mean “title”" in line
    assert line.endswith("Then run speakerine doctor again.")


def test_for_programs(run, here):
    told = json.loads(run("doctor", "--json").stdout)
    assert {"about", "state", "what", "then"} == set(told[0])
    assert {sign["state"] for sign in told} <= {"well", "note"}
