"""The places of `benchmarks/metamorphic_contexts.py`, and the claims that should stay in them."""

import metamorphic_contexts
import pytest

PORT = "The port of Velmar handled 34 ships in 2021."
RENTS = "The rents of the old quarter rose 12%."


@pytest.fixture
def alone():
    claims = metamorphic_contexts.claims_of([PORT, RENTS])
    return [metamorphic_contexts.Alone(str(n), 0, text, c) for n, (text, c) in enumerate(zip((PORT, RENTS), claims, strict=True))]  # fmt: skip


@pytest.mark.parametrize("name", metamorphic_contexts.FRAMES)
def test_a_frame_moves_the_claims_with_their_sentence(alone, name):
    place = metamorphic_contexts.framed(alone[0], metamorphic_contexts.FRAMES[name], [alone[1]] * 2)
    assert place.text[place.start : place.end] == PORT
    assert [place.text[c["start"] : c["end"]] for c in place.expected] == [c["text"] for c in alone[0].claims]


def test_joined_sentences_keep_the_claims_of_both(alone):
    place = metamorphic_contexts.joined(*alone, ", while ")
    assert (
        place.text
        == "The port of Velmar handled 34 ships in 2021, while the rents of the old quarter rose 12%."
    )
    assert [place.text[c["start"] : c["end"]] for c in place.expected] == ["34 ships", "in 2021", "rose 12%"]


@pytest.mark.parametrize("first", ["It handled 34 ships.", "The port handled 34 ships; it has grown.", "Rents, as ever (2021), rose 12%."])  # fmt: skip
def test_what_makes_no_clause_is_not_joined(alone, first):
    one = alone[0]._replace(text=first)
    assert metamorphic_contexts.joined(one, alone[1], ", and ") is None


def test_only_the_claims_of_the_sentence_count(alone):
    place = metamorphic_contexts.Place(f"{RENTS} {PORT}", len(RENTS) + 1, len(RENTS) + 1 + len(PORT), ())
    claims = [
        {**c, "start": c["start"] + by}
        for a, by in ((alone[1], 0), (alone[0], place.start))
        for c in a.claims
    ]
    within = metamorphic_contexts.claims_within(place, claims)
    assert [claim["text"] for claim in within] == ["34 ships", "in 2021"]
