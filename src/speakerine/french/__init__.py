"""French as written to French as spoken: pure functions from string to string."""
