"""Bytes to articles: pasted text, HTML, Markdown, feeds."""
