"""show.toml and the voices' folders, read into a Show and Voices."""

from speakerine.config.show import TABLES, find_show, load_show
from speakerine.config.voices import VoiceShelf, load_voices, shipped_voices

__all__ = ["TABLES", "VoiceShelf", "find_show", "load_show", "load_voices", "shipped_voices"]
