"""What the rules of grounding read: the index of the sources with their figures, dates and names."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.checking.aligning import SourceIndex
from claimcheck.checking.figure_values import FigureIndex
from claimcheck.checking.figures import digits_of, figures_of
from claimcheck.checking.grounding.calendar import DateIndex, by_part
from claimcheck.checking.grounding.table_cells import Cell, cells_of
from claimcheck.checking.parsed import parse_sentences
from claimcheck.checking.publication import publication_day
from claimcheck.checking.texts import pieces_of
from claimcheck.checking.worded_figures import figures_in_words
from claimcheck.dates.finding import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language

    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.result import Document


class Material:
    """Everything that is known of the sources, each read once.

    Attributes:
        index: their sentences by their words.
        figures: their figures by value; each knows its sentence.
        dates: their dates.
        claims: the claims of their records.
        names: the canonical names and forms of their entities, in lower case.
        texts: what is known of the text of each source, by its name.
    """

    def __init__(self, documents: Iterable[Document], nlp: Language) -> None:
        self.documents = tuple(documents)
        self._nlp = nlp
        self._parsed: dict[int, ParsedSentence] = {}
        self.index = SourceIndex(self.documents)
        self.figures = FigureIndex()
        self.dates = DateIndex()
        self.texts: dict[str, str] = {}
        self._bounds: dict[str, tuple[list[int], list[int]]] = {}
        for number, sentence in enumerate(self.index.sentences):
            starts, numbers = self._bounds.setdefault(sentence.source, ([], []))
            starts.append(sentence.start)
            numbers.append(number)
        for document in self.documents:
            self._read(document)

    def _read(self, document: Document) -> None:
        pieces = list(pieces_of(document))
        day = publication_day(document)
        self.texts[document.source] = "\n".join(piece.text for piece in pieces)
        for piece in pieces:
            for figure in (*figures_of(piece), *figures_in_words(piece)):
                number = self.sentence_at(document.source, figure.start)
                for one in (figure, *figure.ends()):
                    self.figures.add(one, number)
            self.figures.numerals.update(digits_of(piece.text))
            for date in find_dates(piece.text, reference=day):
                start = piece.start + date.start
                self.dates.add(by_part(date), start, self.sentence_at(document.source, start))

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The numbers of the tables in the sources."""
        return tuple(cell for document in self.documents for cell in cells_of(document))

    def parsed(self, numbers: Sequence[int]) -> list[ParsedSentence]:
        """Sentences of the sources with their words tagged; those that no answer speaks of never are."""
        new = [number for number in numbers if number not in self._parsed]
        sentences = [self.index.sentences[number] for number in new]
        self._parsed.update(zip(new, parse_sentences(sentences, self._nlp), strict=True))
        return [self._parsed[number] for number in numbers]

    def sentence_at(self, source: str, offset: int) -> int:
        """The number of the sentence of a source that holds a character."""
        starts, numbers = self._bounds[source]
        return numbers[max(0, bisect_right(starts, offset) - 1)]
