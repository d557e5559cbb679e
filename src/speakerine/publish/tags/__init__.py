"""What a player reads in the MP3 itself: ID3 tags written, and read back as a record."""
