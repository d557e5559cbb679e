"""The output folder sent to where listeners are: only what changed, and the feed after all that it names."""
