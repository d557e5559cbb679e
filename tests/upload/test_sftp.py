"""Over SFTP, to a real sshd."""

import re
import subprocess
import sys
from pathlib import Path

import paramiko
import pytest

from speakerine.errors import PublishError
from speakerine.upload.destination import PART

from .conftest import Send
from .proxy import proxy_to
from .servers import Sshd, free_port
from .sites import Site, copied_paths, missing_enclosures, noise


def test_what_listeners_need_arrives_whole(sshd: Sshd, site: Site, send: Send, tmp_path: Path) -> None:
    there = tmp_path / "www" / "podcast"
    send(sshd.url(there))
    assert copied_paths(there) == site.listeners_paths()
    for path in site.listeners_paths():
        assert (there / path).read_bytes() == (site.output / path).read_bytes()


def test_the_second_time_nothing_goes(sshd: Sshd, send: Send, tmp_path: Path) -> None:
    send(sshd.url(tmp_path / "www"))
    assert send(sshd.url(tmp_path / "www")).sent == ()


def test_a_folder_in_the_users_home_can_be_named(sshd: Sshd, send: Send) -> None:
    plan = send(sshd.url("/~/.speakerine-absent/podcast"), dry_run=True)
    assert plan.unchanged == ()
    assert plan.sent


def test_the_name_of_a_server_may_be_that_of_ssh_config(
    sshd: Sshd, site: Site, send: Send, home: Path, tmp_path: Path
) -> None:
    config = home / ".ssh" / "config"
    config.write_text(
        f"Host serveur\n  HostName 127.0.0.1\n  Port {sshd.port}\n  User {sshd.user}\n" + config.read_text()
    )
    send(f"sftp://serveur{tmp_path}/www")
    assert copied_paths(tmp_path / "www") == site.listeners_paths()


def test_a_server_with_another_key_is_sent_nothing(
    sshd: Sshd, send: Send, home: Path, tmp_path: Path
) -> None:
    sshd.make_home(home, host_key=paramiko.ECDSAKey.generate())
    with pytest.raises(PublishError, match="the server’s key is not the one in"):
        send(sshd.url(tmp_path / "www"))
    assert not (tmp_path / "www").exists()


def test_a_server_that_nobody_knows_is_sent_nothing(
    sshd: Sshd, send: Send, home: Path, tmp_path: Path
) -> None:
    (home / ".ssh" / "known_hosts").unlink()
    with pytest.raises(PublishError, match=f"connect once with ssh -p {sshd.port} 127"):
        send(sshd.url(tmp_path / "www"))
    assert not (tmp_path / "www").exists()


def test_a_damaged_line_of_known_hosts_is_said(sshd: Sshd, send: Send, home: Path, tmp_path: Path) -> None:
    with (home / ".ssh" / "known_hosts").open("a") as known:
        known.write("autre ssh-rsa AAAA!!!B\n")
    with pytest.raises(PublishError, match="known_hosts has a line that is no key: take it out"):
        send(sshd.url(tmp_path / "www"))


def test_who_has_no_key_is_not_let_in(sshd: Sshd, send: Send, home: Path, tmp_path: Path) -> None:
    (home / ".ssh" / "config").unlink()
    with pytest.raises(PublishError, match=f"does not let {sshd.user} in"):
        send(sshd.url(tmp_path / "www"))


def test_where_nobody_answers_it_is_said(sshd: Sshd, send: Send) -> None:
    port = free_port()
    with pytest.raises(PublishError, match=rf"the connection to sftp://.*:{port}/www failed"):
        send(sshd.url("/www", port=port))


def test_a_full_disk_keeps_no_half_of_a_file_and_the_next_run_ends_it(
    sshd: Sshd, site: Site, send: Send, small_disk: Path
) -> None:
    send(sshd.url(small_disk))
    older = (small_disk / "feed.xml").read_bytes()
    site.add("long", noise("long", 400_000))
    with pytest.raises(PublishError, match=r"the server cannot write, .* its disk may be full"):
        send(sshd.url(small_disk))
    assert (small_disk / "feed.xml").read_bytes() == older
    assert [path for path in copied_paths(small_disk) if PART in path] == []
    subprocess.run(["mount", "-o", "remount,size=2m", str(small_disk)], check=True)
    send(sshd.url(small_disk))
    assert copied_paths(small_disk) == site.listeners_paths()


def test_a_long_file_under_way_when_another_fails_leaves_no_half(
    sshd: Sshd, site: Site, send: Send, tmp_path: Path
) -> None:
    site.add("long", noise("long", 20_000_000))
    (tmp_path / "www" / "episodes" / "long" / "cover.jpg").mkdir(parents=True)
    with pytest.raises(PublishError, match="the server cannot write"):
        send(sshd.url(tmp_path / "www"))
    assert [path for path in copied_paths(tmp_path / "www") if PART in path] == []


def test_a_line_that_is_cut_is_taken_up_again(
    sshd: Sshd, site: Site, send: Send, home: Path, tmp_path: Path
) -> None:
    site.add("long", noise("long", 400_000))
    with proxy_to(sshd.port, cut_after_bytes=150_000, cuts=2) as proxy:
        sshd.make_home(home, ports=(proxy.port,))
        send(sshd.url(tmp_path / "www", port=proxy.port))
        assert proxy.cuts_made == 2
    assert copied_paths(tmp_path / "www") == site.listeners_paths()


def test_of_a_line_that_is_cut_one_sentence_is_said(
    sshd: Sshd, site: Site, send: Send, home: Path, tmp_path: Path
) -> None:
    site.add("long", noise("long", 400_000))
    with proxy_to(sshd.port, cut_after_bytes=50_000, cuts=1000) as proxy:
        sshd.make_home(home, ports=(proxy.port,))
        arguments = ["publish", sshd.url(tmp_path / "www", port=proxy.port), "-q", "-o", str(site.output)]
        command = [sys.executable, "-c", "from speakerine.cli import run; run()", *arguments]
        result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 6
    assert re.fullmatch(r"speakerine: the connection to .* failed .*\n", result.stderr)


def test_a_line_that_stays_cut_leaves_the_older_feed_and_the_next_run_sends_the_rest(
    sshd: Sshd, site: Site, send: Send, home: Path, tmp_path: Path
) -> None:
    there = tmp_path / "www"
    with proxy_to(sshd.port, cut_after_bytes=150_000, cuts=0) as proxy:
        sshd.make_home(home, ports=(proxy.port,))
        send(sshd.url(there, port=proxy.port))
        older = (there / "feed.xml").read_bytes()
        for slug in ("a-un", "b-deux", "c-trois", "z-long"):
            site.add(slug, noise(slug, 300_000 if slug == "z-long" else 2_000))
        proxy.cuts_left = 1000
        with pytest.raises(PublishError, match=r"failed .*: run the same command again"):
            send(sshd.url(there, port=proxy.port))
        assert (there / "feed.xml").read_bytes() == older
        assert missing_enclosures(there) == []
        proxy.cuts_left = 0
        rest = send(sshd.url(there, port=proxy.port))
    assert copied_paths(there) == site.listeners_paths()
    assert "episodes/z-long/z-long.mp3" in [file.path for file in rest.sent]
    assert "episodes/a-un/a-un.mp3" not in [file.path for file in rest.sent]
