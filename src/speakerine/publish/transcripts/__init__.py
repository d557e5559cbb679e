"""What was said, and when: the transcript's files, and the words that light up as they are spoken."""
