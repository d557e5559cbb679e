"""Real podcast clients subscribe to the served feed, and download what was published."""
