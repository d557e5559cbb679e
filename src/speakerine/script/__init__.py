"""Articles to a script: who says what, and the pauses between."""
