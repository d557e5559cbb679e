"""What is wrong with an installation, a show, a cache or an output folder, and how to mend it."""
