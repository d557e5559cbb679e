"""The podcast's RSS feed: its document, its items, its archives."""
