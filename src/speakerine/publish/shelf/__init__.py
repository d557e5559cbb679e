"""The output folder as a store: episodes put, found, named, listed and taken away, one run at a time."""
