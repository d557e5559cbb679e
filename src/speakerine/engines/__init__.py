"""Text to sound: one module an engine, each imported only when its voice speaks."""
