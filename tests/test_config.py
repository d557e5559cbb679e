from pathlib import Path

import pytest

from speakerine.config import find_show, load_show, load_voices, shipped_voices
from speakerine.errors import ConfigError
from speakerine.settings import Mastering, Show

NO_ENVIRONMENT: dict[str, str] = {}


def show_toml(folder: Path, text: str) -> Path:
    path = folder / "show.toml"
    path.write_text(text, "utf-8")
    return path


def check_refused(folder: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_show(show_toml(folder, text), NO_ENVIRONMENT)


def test_without_a_show_toml_everything_has_a_default():
    show = load_show(None, NO_ENVIRONMENT)
    assert show == Show()
    assert show.mastering == Mastering(
        loudness_lufs=-16, true_peak_dbtp=-1, bitrate_kbps=96, sample_rate_hz=48_000
    )


def test_what_the_file_says_wins_over_the_defaults(tmp_path: Path):
    show = load_show(
        show_toml(
            tmp_path,
            """
            [show]
            title = "Le Journal de l’Île"
            base_url = "https://exemple.fr/balado"
            explicit = true
            cover = "pochette.jpg"
            [voices]
            reader = "nicole"
            [audio]
            bitrate_kbps = 64
            [jingles]
            set = "matin"
            """,
        ),
        NO_ENVIRONMENT,
    )
    assert show.title == "Le Journal de l’Île"
    assert show.base_url == "https://exemple.fr/balado/"
    assert show.explicit is True
    assert show.cover == tmp_path / "pochette.jpg"
    assert show.readers == ("nicole",)
    assert show.mastering.bitrate_kbps == 64
    assert show.jingle_set == "matin"


def test_readers_may_be_several(tmp_path: Path):
    show = load_show(show_toml(tmp_path, '[voices]\nreader = ["claire", "nicole"]\n'), NO_ENVIRONMENT)
    assert show.readers == ("claire", "nicole")


@pytest.mark.parametrize("text", ["[voices]\n", '[voices]\nreader = ""\n'])
def test_a_show_that_names_no_reader_has_none_of_its_own(text, tmp_path: Path):
    assert load_show(show_toml(tmp_path, text), NO_ENVIRONMENT).readers == ()


def test_the_environment_wins_over_the_file(tmp_path: Path):
    path = show_toml(tmp_path, '[show]\ntitle = "Du fichier"\nauthor = "Anne"\n')
    show = load_show(path, {"SPEAKERINE_TITLE": "De l’environnement", "HOME": "x"})
    assert (show.title, show.author) == ("De l’environnement", "Anne")


def test_the_show_of_a_folder_is_its_show_toml(tmp_path: Path):
    assert find_show(tmp_path) is None
    path = show_toml(tmp_path, "")
    assert find_show(tmp_path) == path


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"There is no file .*absent\.toml"):
        load_show(tmp_path / "absent.toml", NO_ENVIRONMENT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[show]\ntitle = "sans fin\n', "line 2"),
        ('[show]\ntittle = "x"\n', "unknown key “tittle”: did you mean “title”"),
        ("[sho]\n", "unknown key “sho”: did you mean “show”"),
        ('show = "x"\n', "must be a table"),
        ("[show]\ntitle = 3\n", "title in .* is 3"),
        ('[show]\nexplicit = "peut-être"\n', "write true or false"),
        ('[show]\nbase_url = "exemple.fr"\n', "must begin with https"),
        ('[show]\ntimezone = "Paris"\n', "timezone in .* is “Paris”: write its name as Europe/Paris is"),
        ('[show]\ntimezone = "../etc"\n', "write its name"),
        ("[show]\nfeed_items = 0\n", "feed_items in .* is 0: write how many, 1 or more"),
        ("[show]\nfeed_items = true\n", "feed_items in .* is True"),
        ("[voices]\nreader = 3\n", "reader in .* is 3: write the name of one voice"),
        ("[voices]\nreader = []\n", "the names of several that read an article each"),
        ('[voices]\nreader = ["nicole", 3]\n', "the names of several that read an article each"),
        ('[voices]\nreader = ["nicole", ""]\n', "the names of several that read an article each"),
        ('[voices]\nquote = ["nicole", "claire"]\n', "quote in .*, and only reader may be several"),
        ('[audio]\nbitrate_kbps = "96"\n', "must be a number"),
        ("[audio]\nbitrate_kbps = 97\n", "choose one of 64, 80, 96"),
        ("[audio]\nsample_rate_hz = 22050\n", "choose one of 44100, 48000"),
        ("[audio]\nloudness_lufs = 3\n", "from -31 to -10"),
        ("[audio]\ntrue_peak_dbtp = 0\n", "from -9 to -0.5"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_line(tmp_path: Path, text: str, message: str):
    check_refused(tmp_path, text, message)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    path = tmp_path / "show.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read as UTF-8"):
        load_show(path, NO_ENVIRONMENT)


def test_the_voices_that_ship_are_there():
    voices = load_voices(Show()).voices
    assert {"claire", "lucien", "siwis", "nicole", "google", "google-qc"} <= set(voices)
    assert voices["claire"].engine == "kokoro"
    assert voices["claire"].credit == "Claire"


def test_every_shipped_voice_names_its_licence_and_its_credit():
    for voice in load_voices(Show()).voices.values():
        assert voice.licence, voice.name
        assert voice.credit, voice.name


def voice_toml(folder: Path, name: str, text: str) -> Show:
    (folder / "voices" / name).mkdir(parents=True)
    (folder / "voices" / name / "voice.toml").write_text(text, "utf-8")
    return Show(folder=folder)


def test_a_voice_of_the_show_adds_to_those_that_ship_and_wins(tmp_path: Path):
    voice_toml(tmp_path, "zoé", 'engine = "pico"\nspeed = 1.1\n[options]\nb = 2\na = 1\n')
    show = voice_toml(tmp_path, "nicole", 'engine = "pico"\ncredit = "Nicole B."\n')
    voices = load_voices(show).voices
    assert voices["zoé"].options == {"a": 1, "b": 2}
    assert voices["zoé"].credit == "Zoé"
    assert voices["zoé"].speed == 1.1
    assert voices["nicole"].credit == "Nicole B."
    assert "claire" in voices


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("speed = 1.0\n", "names no engine"),
        ('engine = "pico"\nsped = 1.0\n', "did you mean “speed”"),
        ('engine = "pico"\nspeed = 9\n', "ratio from 0.5 to 2"),
        ('engine = "pico"\npitch = true\n', "ratio from 0.5 to 2"),
        ('engine = "pico"\noptions = 3\n', "must be a table"),
    ],
)
def test_a_voice_that_cannot_be_used_is_refused(tmp_path: Path, text: str, message: str):
    with pytest.raises(ConfigError, match=message):
        load_voices(voice_toml(tmp_path, "zoé", text))


def test_an_unknown_voice_offers_the_nearest_name():
    with pytest.raises(ConfigError, match="no voice “clair”: did you mean “claire”"):
        load_voices(Show()).find("clair")


def test_an_unknown_jingle_set_names_those_there_are():
    with pytest.raises(ConfigError, match=r"no jingle set “matin”.*antenne"):
        load_voices(Show()).jingle_folder("matin")


def test_a_jingle_set_is_found_where_it_ships():
    assert load_voices(Show()).jingle_folder("antenne") == shipped_voices() / "jingles" / "antenne"


def test_dates_and_the_feed_s_length_can_be_set(tmp_path: Path):
    path = tmp_path / "show.toml"
    path.write_text('[show]\ntimezone = "America/Montreal"\nfeed_items = 30\n', "utf-8")
    show = load_show(path, {})
    assert (show.zone.key, show.feed_items) == ("America/Montreal", 30)
    assert load_show(path, {"SPEAKERINE_FEED_ITEMS": "5"}).feed_items == 5


@pytest.mark.parametrize(
    ("written", "understood"),
    [("www", "{folder}/www"), ("/srv/www", "/srv/www"), ("s3://seau/podcast", "s3://seau/podcast")],
)
def test_a_folder_to_publish_to_is_beside_show_toml(tmp_path: Path, written: str, understood: str):
    show = load_show(show_toml(tmp_path, f'[publish]\nto = "{written}"'), NO_ENVIRONMENT)
    assert show.publish_to == understood.format(folder=tmp_path)


def test_where_to_publish_is_text(tmp_path: Path):
    check_refused(tmp_path, "[publish]\nto = 3", "write a folder or address, in quotes")


def test_a_show_is_shown_without_the_password_of_where_it_is_published(tmp_path: Path):
    show = load_show(show_toml(tmp_path, '[publish]\nto = "sftp://lou:s3cret@serveur/www"'), NO_ENVIRONMENT)
    assert "s3cret" not in repr(show)


def test_the_cluster_is_an_address(tmp_path: Path):
    show = load_show(show_toml(tmp_path, '[cluster]\naddress = " tcp://host:8786 "'), NO_ENVIRONMENT)
    assert show.cluster == "tcp://host:8786"
    check_refused(tmp_path, "[cluster]\naddress = 8786", "write it as text, such as tcp://host:8786 or local")
