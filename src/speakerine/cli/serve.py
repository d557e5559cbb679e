"""`speakerine serve`: listen and subscribe on this machine, or from a telephone near it."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options
from speakerine.cli.printing import echo, style


@click.command("serve")
@options.output_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to answer on; 0.0.0.0 for all of this machine’s, so that a telephone can ask.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    metavar="PORT",
    help="The port to answer on; 0 for any free one.  [default: 8000, or the next that is free]",
)
@click.option("--no-qr", is_flag=True, help="Do not draw the page’s address as a QR code.")
@options.debug_option
def command(output: Path, host: str, port: int | None, *, no_qr: bool) -> None:
    """Serve the output folder, so that a browser and a podcast app can reach it.

    \b
    speakerine serve                   on this machine alone
    speakerine serve --host 0.0.0.0    for a telephone on the same network too

    Stop it with Ctrl-C.
    """
    from speakerine.publish.serving.serve import serve

    def ready(address: str) -> None:
        echo(f"  Page   {address}")
        echo(f"  Feed   {address}feed.xml   (add this address in your podcast app)")
        if not no_qr:
            _draw(address)
        echo("  Ctrl-C to stop")

    serve(output, host=host, port=port, on_ready=ready)


def _draw(address: str) -> None:
    """Draw the address for a telephone to photograph, where one could ask there."""
    from speakerine.publish.pages.qr import terminal_qr
    from speakerine.publish.serving.network import is_for_others

    if is_for_others(address):
        echo()
        for line in terminal_qr(address).splitlines():
            echo(style(line, fg="bright_white", bg="black"))
        echo()
