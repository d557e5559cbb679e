"""Real servers on loopback: OpenSSH's, and moto's for S3."""

from __future__ import annotations

import getpass
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import paramiko

from tests.conftest import program

CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
LogLevel ERROR
Subsystem sftp internal-sftp
"""


@dataclass(frozen=True, slots=True)
class Sshd:
    """A server that lets in who has the key."""

    port: int
    user: str
    key: Path
    host_key: paramiko.ECDSAKey

    def url(self, folder: Path | str, *, port: int | None = None) -> str:
        return f"sftp://{self.user}@127.0.0.1:{port or self.port}{folder}"

    def make_home(
        self, home: Path, *, ports: tuple[int, ...] = (), host_key: paramiko.PKey | None = None
    ) -> None:
        """A ~/.ssh that knows this server, at these ports, and has the key to it."""
        ssh = home / ".ssh"
        ssh.mkdir(parents=True, exist_ok=True)
        known = host_key or self.host_key
        lines = [
            f"[127.0.0.1]:{port} {known.get_name()} {known.get_base64()}\n" for port in (self.port, *ports)
        ]
        (ssh / "known_hosts").write_text("".join(lines))
        (ssh / "config").write_text(f"Host *\n  IdentityFile {self.key}\n")


@contextmanager
def running_sshd(folder: Path) -> Iterator[Sshd]:
    sshd = program("sshd", "openssh-server")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # what Debian's init makes for it
    host_key, key = paramiko.ECDSAKey.generate(), paramiko.ECDSAKey.generate()
    host_key.write_private_key_file(str(folder / "host_key"))
    key.write_private_key_file(str(folder / "key"))
    (folder / "authorized_keys").write_text(f"{key.get_name()} {key.get_base64()}\n")
    port = free_port()
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    with subprocess.Popen([sshd, "-D", "-e", "-f", folder / "config"], stderr=subprocess.PIPE) as server:
        try:
            wait_for(port, server)
            yield Sshd(port, getpass.getuser(), folder / "key", host_key)
        finally:
            server.terminate()


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline_s = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if server.poll() is not None or time.monotonic() > deadline_s:
                assert server.stderr is not None
                raise AssertionError(f"sshd does not answer: {server.stderr.read()!r}") from None
            time.sleep(0.02)
        else:
            return


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
