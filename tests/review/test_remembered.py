"""What was worked out for a word is kept, and no more than so many words are."""

from questioner.review import remembered as module
from questioner.review.remembered import Remembered


def test_a_word_is_looked_up_once():
    asked: list[str] = []
    lengths = Remembered[int](lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("oven", "ward", "oven")] == [4, 4, 4]
    assert asked == ["oven", "ward"]


def test_of_too_many_words_all_are_forgotten_and_still_told_right(monkeypatch):
    monkeypatch.setattr(module, "KNOWN_WORDS", 3)
    lengths = Remembered[int](len)
    for size in range(1, 9):
        assert lengths["o" * size] == size
        assert len(lengths) <= 3
