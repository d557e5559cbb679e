"""speakerine turns French articles into a podcast.

article → script → segments → clips → audio → episode → feed
"""

__version__ = "0.1.0"
