"""Audio to a podcast: tags, transcript, cover, feed, pages, and where they are kept."""
