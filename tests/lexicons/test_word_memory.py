"""What is remembered of words is asked once, and does not grow without end."""

from claimcheck.lexicons import word_memory
from claimcheck.lexicons.word_memory import WordMemory


def test_each_spelling_is_read_once():
    asked = []
    memory = WordMemory(lambda word: asked.append(word) or len(word))
    assert [memory[word] for word in ("mill", "Mill", "mill")] == [4, 4, 4]
    assert asked == ["mill", "Mill"]


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(word_memory, "MOST_WORDS", 3)
    memory = WordMemory(len)
    for word in ("a", "weir", "x" * 1000, "above", "the", "old", "mill"):
        assert memory[word] == len(word)
        assert len(memory) <= 3
        assert all(len(kept) < 1000 for kept in memory)
