"""How long the announcer stops, and where: one table, in milliseconds."""

# Within a sentence, and between two.
IN_SENTENCE_MS = 0
"""The sentence goes on in the next line, which says it in another role."""
AT_BREATH_MS = 140
AT_QUOTATION_MS = 240
AFTER_SENTENCE_MS = 320

# Between the parts of an article.
AFTER_TITLE_MS = 900
AFTER_BYLINE_MS = 800
AFTER_LEAD_MS = 850
AFTER_LIST_ITEM_MS = 450
AFTER_PARAGRAPH_MS = 650
AFTER_HEADING_MS = 700
BEFORE_HEADING_MS = 950
BEFORE_CREDIT_MS = 1100
AFTER_LAST_WORD_MS = 0

# Between the parts of an edition.
AFTER_GREETING_MS = 700
AFTER_CONTENTS_MS = 500
AFTER_HEADLINE_MS = 650
AFTER_TRANSITION_MS = 700
AFTER_SIGN_OFF_MS = 600
BEFORE_JINGLE_MS = 400
"""A jingle parts what it stands between: the voice need not wait as long."""
BETWEEN_ARTICLES_MS = 1600
"""Where no jingle does."""
