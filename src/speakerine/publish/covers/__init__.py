"""Pictures: the show's cover, an episode's, a chapter's."""
