"""Clips to a finished MP3: joints, jingles, loudness, encoding."""
