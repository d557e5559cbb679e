"""An S3 server of moto's, for real HTTP, at any address of this machine."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from moto.server import ThreadedMotoServer


@contextmanager
def running_s3(address: str) -> Iterator[Mapping[str, str]]:
    """The environment in which AWS's libraries find the server, with credentials."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address=address, port=0)
    server.start()
    try:
        _, port = server.get_host_and_port()
        yield {
            "AWS_ENDPOINT_URL": f"http://{address}:{port}",
            "AWS_ACCESS_KEY_ID": "cle-d-essai",
            "AWS_SECRET_ACCESS_KEY": "secret-d-essai",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }
    finally:
        server.stop()
