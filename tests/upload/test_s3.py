"""To S3, on moto's server, over real HTTP."""

from collections.abc import Callable

import pytest
from s3fs import S3FileSystem

from speakerine.errors import PublishError
from speakerine.upload.manifest import NAME
from speakerine.upload.plan import Choice

from .conftest import Bucket, Send
from .proxy import proxy_to
from .servers import free_port
from .sites import Site, noise


def test_what_listeners_need_arrives_whole(bucket: Bucket, site: Site, send: Send) -> None:
    send(f"s3://{bucket.name}/radio/podcast")
    sent = [f"radio/podcast/{path}" for path in site.listeners_paths()]
    assert bucket.keys() == sorted([*sent, f"radio/podcast/{NAME}"])
    for path in site.listeners_paths():
        assert bucket.read(f"radio/podcast/{path}") == (site.output / path).read_bytes()


def test_a_whole_bucket_can_be_the_podcast(bucket: Bucket, site: Site, send: Send) -> None:
    send(f"s3://{bucket.name}")
    assert bucket.keys() == sorted([*site.listeners_paths(), NAME])
    assert send(f"s3://{bucket.name}/").sent == ()


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("feed.xml", "application/rss+xml; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("index.html", "text/html; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("episodes/gare/gare.mp3", "audio/mpeg", "public, max-age=86400"),
        ("episodes/gare/transcript.vtt", "text/vtt; charset=utf-8", "public, max-age=60, must-revalidate"),
        ("episodes/gare/chapters.json", "application/json+chapters", "public, max-age=60, must-revalidate"),
        ("cover.jpg", "image/jpeg", "public, max-age=86400"),
    ],
)
def test_the_server_is_told_what_each_file_is(
    bucket: Bucket, send: Send, path: str, kind: str, kept: str
) -> None:
    send(f"s3://{bucket.name}/podcast")
    head = bucket.head(f"podcast/{path}")
    assert (head["ContentType"], head["CacheControl"]) == (kind, kept)
    assert "ContentEncoding" not in head


def test_without_a_manifest_what_has_the_same_digest_there_is_not_sent(bucket: Bucket, send: Send) -> None:
    send(f"s3://{bucket.name}")
    bucket.client.delete_object(Bucket=bucket.name, Key=NAME)
    bucket.client.put_object(Bucket=bucket.name, Key="cover.jpg", Body=noise("other", 800))
    assert [file.path for file in send(f"s3://{bucket.name}").sent] == ["cover.jpg"]


def test_what_was_removed_or_cut_there_is_sent_again(bucket: Bucket, send: Send) -> None:
    send(f"s3://{bucket.name}")
    bucket.client.delete_object(Bucket=bucket.name, Key="index.html")
    bucket.client.put_object(Bucket=bucket.name, Key="cover.jpg", Body=b"cut")
    assert {file.path for file in send(f"s3://{bucket.name}").sent} == {"index.html", "cover.jpg"}


def test_what_is_not_ours_stays(bucket: Bucket, site: Site, send: Send) -> None:
    bucket.client.put_object(Bucket=bucket.name, Key="podcast/other.txt", Body=b"other")
    bucket.client.put_object(Bucket=bucket.name, Key="podcast-b/feed.xml", Body=b"other")
    send(f"s3://{bucket.name}/podcast")
    (site.output / "episodes" / "gare" / "gare.mp3").unlink()
    send(f"s3://{bucket.name}/podcast", Choice(delete=True))
    assert "podcast/episodes/gare/gare.mp3" not in set(bucket.keys())
    assert {"podcast/other.txt", "podcast-b/feed.xml"} <= set(bucket.keys())


def test_a_bucket_that_is_not_there_is_said(aws: str, send: Send) -> None:
    with pytest.raises(PublishError, match="s3://nulle-part/podcast is not there"):
        send("s3://nulle-part/podcast")


def test_without_credentials_it_is_said_how_to_give_them(
    bucket: Bucket, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    S3FileSystem.clear_instance_cache()
    with pytest.raises(PublishError, match=r"no credentials for s3://.*: set AWS_ACCESS_KEY_ID"):
        send(f"s3://{bucket.name}")


def test_where_nobody_answers_it_is_said(aws: str, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
    S3FileSystem.clear_instance_cache()
    with pytest.raises(PublishError, match="the connection to s3://seau failed"):
        send("s3://seau")


def test_a_line_that_stays_cut_leaves_the_older_feed_and_the_next_run_sends_the_rest(
    bucket: Bucket, aws: str, site: Site, send: Send, use_endpoint: Callable[[str], None]
) -> None:
    send(f"s3://{bucket.name}")
    older = bucket.read("feed.xml")
    site.add("a-un")
    site.add("z-long", noise("long", 500_000))
    with proxy_to(int(aws.rpartition(":")[2]), cut_after_bytes=300_000, cuts=1000) as proxy:
        use_endpoint(f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(PublishError, match=r"failed .*: run the same command again"):
            send(f"s3://{bucket.name}")
    assert bucket.read("feed.xml") == older
    use_endpoint(aws)
    rest = [file.path for file in send(f"s3://{bucket.name}").sent]
    assert "episodes/z-long/z-long.mp3" in rest
    assert "episodes/a-un/a-un.mp3" not in rest
    assert bucket.keys() == sorted([*site.listeners_paths(), NAME])


@pytest.fixture
def use_endpoint(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Says where S3 is from now on."""

    def use(address: str) -> None:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        S3FileSystem.clear_instance_cache()

    return use
