"""What is opened in a browser: the show's page, an episode's, the search, the app."""
