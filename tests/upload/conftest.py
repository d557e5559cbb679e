"""A site to publish, places to publish it to, and the servers that have them."""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from speakerine.upload.address import parse_address
from speakerine.upload.plan import Choice, Plan
from speakerine.upload.publish import Publication, publish
from speakerine.upload.send import Patience

from .servers import Sshd, running_sshd
from .sites import Site, make_site

AT_ONCE_AGAIN = Patience(attempts=4, first_wait_s=0.01, longest_wait_s=0.02)
"""Patience that no test waits for."""

SEND = Choice()

Send = Callable[..., Plan]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "output")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a disk needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / ".cache"))
    return folder


@pytest.fixture
def send(site: Site, tmp_path: Path, home: Path) -> Send:
    """Publishes the site to an address, as `speakerine publish` does."""

    def call(to: object, choice: Choice = SEND, *, dry_run: bool = False, sure: bool = False) -> Plan:
        publication = Publication(
            output=site.output,
            address=parse_address(str(to)),
            cache=tmp_path / "cache",
            choice=choice,
            sure=sure,
            patience=AT_ONCE_AGAIN,
        )
        return publish(publication, dry_run=dry_run)

    return call


@pytest.fixture(scope="session")
def s3_server() -> Iterator[ThreadedMotoServer]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(port=0)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def aws(home: Path, s3_server: ThreadedMotoServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the server, at which AWS's libraries find it, with credentials."""
    host, port = s3_server.get_host_and_port()
    address = f"http://{host.replace('0.0.0.0', '127.0.0.1')}:{port}"
    for name, value in {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": "cle-d-essai",
        "AWS_SECRET_ACCESS_KEY": "secret-d-essai",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    S3FileSystem.clear_instance_cache()
    yield address
    S3FileSystem.clear_instance_cache()


class Bucket:
    """A bucket, seen by a client that is not ours."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.client = boto3.client("s3")
        self.client.create_bucket(Bucket=name)

    def keys(self) -> list[str]:
        found = self.client.list_objects_v2(Bucket=self.name).get("Contents", [])
        return sorted(str(entry["Key"]) for entry in found)

    def head(self, key: str) -> dict[str, object]:
        return dict(self.client.head_object(Bucket=self.name, Key=key))

    def read(self, key: str) -> bytes:
        return bytes(self.client.get_object(Bucket=self.name, Key=key)["Body"].read())


@pytest.fixture
def bucket(aws: str, request: pytest.FixtureRequest) -> Bucket:
    return Bucket(f"seau-{abs(hash(request.node.nodeid))}")


@pytest.fixture(scope="session")
def sshd_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with running_sshd(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture
def sshd(sshd_server: Sshd, home: Path) -> Sshd:
    """A real sshd, which the user knows and has a key to."""
    sshd_server.make_home(home)
    return sshd_server
