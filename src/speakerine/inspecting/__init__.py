"""What was published, held against the rules of the trade: nothing is changed, everything is told."""
