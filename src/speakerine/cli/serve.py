"""`speakerine serve`: listen and subscribe on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from speakerine.cli import options


@click.command("serve")
@options.output_option
@options.show_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    metavar="PORT",
    help="The port to answer on; 0 for any free one.  [default: 8000, or the next that is free]",
)
@options.debug_option
def command(output: Path, show_path: Path | None, host: str, port: int | None) -> None:
    """Serve the output folder, so that a browser and a podcast app on this machine can reach it.

    Stop it with Ctrl-C.
    """
    from speakerine.publish.serve import serve

    def ready(address: str) -> None:
        click.echo(f"  Page   {address}")
        click.echo(f"  Feed   {address}feed.xml   (add this address in your podcast app)")
        click.echo("  Ctrl-C to stop")

    serve(output, options.open_studio(show_path).show, host=host, port=port, on_ready=ready)
