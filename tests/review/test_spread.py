"""Long files, judged in lots."""

from questioner.review import spread
from questioner.review.items import Item
from questioner.review.verdicts import Choice, verdicts

TEXTS = ("What did you notice?", "Have you considered hiring?", "What changed for whom?")


def items(count):
    return [Item(number, TEXTS[number % len(TEXTS)]) for number in range(1, count + 1)]


def test_verdicts_come_in_order_and_are_those_of_one_reader(monkeypatch):
    monkeypatch.setattr(spread, "LOT", 7)
    monkeypatch.setattr(spread, "ALONE", 10)
    many = items(100)
    assert list(spread.spread(many, Choice())) == list(verdicts(many, Choice()))


def test_a_few_lots_are_read_ahead_and_never_the_whole_file(monkeypatch):
    monkeypatch.setattr(spread, "LOT", 5)
    monkeypatch.setattr(spread, "ALONE", 5)
    taken = 0

    def counted():
        nonlocal taken
        for item in items(100_000):
            taken += 1
            yield item

    reader = spread.spread(counted(), Choice())
    for _ in range(6):
        next(reader)
    reader.close()
    assert taken < 1_000
