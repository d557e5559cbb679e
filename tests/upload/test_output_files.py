import os
from pathlib import Path

import pytest

from speakerine.errors import PublishError
from speakerine.upload.digests import Digests
from speakerine.upload.output_files import OutputFile, is_as_it_was, output_files

from .sites import Site


def found(site: Site) -> dict[str, OutputFile]:
    return {file.path: file for file in output_files(site.output, Digests(site.output.parent / "digests"))}


def test_hidden_files_and_the_folders_own_readme_are_not_found(site: Site) -> None:
    records = [f"episodes/{slug}/episode.json" for slug in ("gare", "marche")]
    assert sorted(found(site)) == sorted([*site.listeners_paths(), *records])


def test_a_link_that_leads_out_of_the_folder_is_not_followed(site: Site) -> None:
    (site.output.parent / "private").mkdir()
    (site.output.parent / "private" / "key").write_text("private")
    (site.output / "assets" / "key").symlink_to(site.output.parent / "private" / "key")
    (site.output / "others").symlink_to(site.output.parent / "private")
    (site.output / "latest.mp3").symlink_to(site.output / "episodes" / "gare" / "gare.mp3")
    assert {"assets/key", "others/key"}.isdisjoint(found(site))
    assert "latest.mp3" in found(site)


def test_a_file_written_again_is_not_as_it_was(site: Site) -> None:
    before = found(site)["index.html"]
    assert is_as_it_was(site.output, before)
    site.put("index.html", (site.output / "index.html").read_bytes())
    assert not is_as_it_was(site.output, before)


def test_a_file_replaced_in_the_same_instant_by_one_as_long_is_not_as_it_was(site: Site) -> None:
    before = found(site)["cover.jpg"]
    stat = (site.output / "cover.jpg").stat()
    site.put("cover.jpg", b"x" * stat.st_size)
    os.utime(site.output / "cover.jpg", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert not is_as_it_was(site.output, before)


def test_without_a_feed_there_is_nothing_to_publish(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"there is no feed in .*: make an episode"):
        output_files(tmp_path, Digests(tmp_path / "digests"))
