"""PDF: the running text and the tables of the pages.

`document` reads a file page by page. `signs`, `words` and `lines` give what stands on a page, with its place
and size; `cells`, `columns`, `bullets` and `big_figures` put lines in order; `furniture` and `line_numbers`
take off what is no text. Of the rest, `paragraphs` and `line_ends` make running text, and `table_heads`,
`rows` and `tables` tables; what `unreadable` names is left out.
"""

from claimcheck.reading.pdf.document import read_pdf

__all__ = ["read_pdf"]
