"""How long the announcer stops, and where: one table, in milliseconds."""

AFTER_TITLE_MS = 900
AFTER_BYLINE_MS = 800
AFTER_LEAD_MS = 850
AFTER_HEADING_MS = 700
BEFORE_HEADING_MS = 950
AFTER_PARAGRAPH_MS = 650
AFTER_LIST_ITEM_MS = 450
AFTER_SENTENCE_MS = 320
AT_QUOTATION_MS = 240
AT_BREATH_MS = 140
BEFORE_CREDIT_MS = 1100
AFTER_LAST_WORD_MS = 0
IN_SENTENCE_MS = 0
"""The sentence goes on in the next line, which says it in another role."""
