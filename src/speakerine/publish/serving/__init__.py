"""Output on this machine's network, to listen and to subscribe."""
