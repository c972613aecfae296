"""Learns the weights of the reviewer from the labelled questions of the dev half, and writes them.

    python tools/train.py              write questioner/review/weights.json
    python tools/train.py --measure    what such weights reach on authors they have not learnt from, in seven folds

Multinomial logistic regression with an L2 penalty on the signs of ``questioner.review.weighing`` that stand in two
questions or more, each scaled by its inverse document frequency (Spärck Jones, 1972), so that rare signs need less
evidence. Kept are the signs that move verdicts most. The weights are the mean of two fits: one on the questions, and
one on copies of them that have lost most of their signs at random (dropout; Wager, Wang & Liang, 2013), so that no
verdict hangs on a few of them.

The examples of the rules are learnt from as well, and what we ask ourselves: the patterns of the bank, the examples
of moves, the note after a session. Each question is learnt from twice, with what the rules find in it and without:
they were mended with these very questions, so that they know others less well, and a sum that leaned on their silence
would let more pass. The test half is not read. Needs scikit-learn (``pip install --group train``).
"""

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from questioner.bank import patterns
from questioner.evaluation.reviewer import datasets
from questioner.evaluation.reviewer.datasets import Truth
from questioner.follow_through import note
from questioner.resources import Templates
from questioner.review import RULES, RULES_VERSION, SETTLED, by_rules
from questioner.review.reading import Reading, read
from questioner.review.weighing import BETWEEN, LABELS, REJECTED, WEIGHTS, Kind, kinds_of, signs_of, told, written
from questioner.sheets.moves import moves

CLASSES = Path(__file__).with_name("word_classes.toml")
GOOD = "accept"
OWN = "the project's own"
OWN_COUNT = 3
"""So often do they count: a rule's own sentences are what it stands for."""
PENALTY = 1.0  # scikit-learn's C; 0.3 to 2 were tried, by authors left out, with no difference to speak of
KEPT = 32_000
THINNED = 6
"""So many copies of each question lose signs."""
LOST = 0.6
"""Share of its signs that a copy loses; those that stay count for them."""
THINNED_PENALTY = 0.2
FOLDS = 7
"""Parts of the authors that --measure leaves out in turn."""
TRIED = (0.6, 0.65, 0.7, 0.75, 0.8)
"""Probabilities that --measure rejects from."""
SCALE = 32  # weights are kept in 32nds: finer ones change no verdict
IDF_UNIT = 5.0  # the scale of the scaled signs, near 1 for the common ones


class Row(NamedTuple):
    """A question to learn from."""

    text: str
    label: str
    """The primary label, or ``accept``."""
    author: str
    varied: str = ""
    """The author of the question that it varies in other words."""


Signs = Counter[str]
"""How often each sign stands in a question: its sort and its name, with ``BETWEEN`` between."""
Fitted = tuple[dict[str, list[float]], list[float]]
"""The weights of every sign kept and those of no sign, a column for each of ``LABELS``."""


def main() -> int:
    """Write the weights, or with --measure print what they reach on authors left out."""
    classes = {
        name: " ".join(table["words"].split()) for name, table in tomllib.loads(CLASSES.read_text("utf-8")).items()
    }
    rows = [*_labelled(), *OWN_COUNT * [*_examples(), *_shipped()]]
    kind = kinds_of(classes)
    seen = [_seen(row.text, kind) for row in rows]
    if "--measure" in sys.argv:
        _measure(rows, seen)
    else:
        WEIGHTS.write_text(_table(classes, *_learnt(seen, [row.label for row in rows])), "utf-8")
    return 0


def _labelled() -> Iterable[Row]:
    for row in datasets.read(datasets.bundled("dev")):
        if row.verdict is not Truth.BORDERLINE:
            yield Row(row.text, row.labels[0] if row.labels else GOOD, _author(row.id), _author(row.after or ""))


def _author(name: str) -> str:
    return name.partition("-")[0]


def _examples() -> Iterable[Row]:
    for rule in RULES:
        if rule.label in LABELS:
            yield from (Row(text, rule.label.value, OWN) for text in rule.rejects)
        yield from (Row(text, GOOD, OWN) for text in rule.accepts)


def _shipped() -> Iterable[Row]:
    """Yield what we ask ourselves, which a coach has read, with a quotation in every slot but that of another team."""
    templates = Templates()
    asked = note.read(templates)
    texts = [pattern.text for pattern in patterns(templates)]
    texts += [move.example for move in moves(templates)]
    texts += [text for place in note.PLACES for listed in asked[place].values() for text in listed]
    for text in texts:
        yield Row(re.sub(r"\{\w+\}", "“a goal”", text.replace("{dependency}", "the design team")), GOOD, OWN)


class Seen(NamedTuple):
    """The signs of a text."""

    found: Signs
    """With what the rules find in it."""
    words: Signs
    """Without."""
    settled: bool
    """Whether a rule rejects it that no weights make up for."""


def _seen(text: str, kind: Kind) -> Seen:
    reading = read(text)
    broken = [hit.rule for hit in by_rules(reading)]
    settled = any(rule.code in SETTLED for rule in broken)
    return Seen(_counted(reading, told(broken), kind), _counted(reading, (), kind), settled)


def _counted(reading: Reading, found: Iterable[str], kind: Kind) -> Signs:
    return Counter(map(BETWEEN.join, signs_of(reading, found, kind)))


def _learnt(seen: Sequence[Seen], labels: Sequence[str]) -> Fitted:
    """Return what ``_fit`` does of every question with the rules' findings and of every question without."""
    return _fit([text.found for text in seen] + [text.words for text in seen], [*labels, *labels])


def _fit(seen: Sequence[Signs], labels: Sequence[str]) -> Fitted:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(seen).tocsr()
    names = np.array(vectors.feature_names_)
    count = np.asarray((matrix > 0).sum(axis=0)).ravel()
    idf = np.log((1 + len(seen)) / (1 + count)) / IDF_UNIT
    often = count > 2  # each question is there twice
    matrix, names, idf, count = matrix[:, often].multiply(idf[often]).tocsr(), names[often], idf[often], count[often]
    first = _regression(matrix, labels)
    telling = np.abs(first.coef_).max(axis=0) * idf * np.sqrt(count)
    kept = np.sort(np.argsort(-telling, kind="stable")[:KEPT])
    matrix = matrix[:, kept]
    random = np.random.default_rng(len(seen))
    thinned = vstack([_thinned(matrix, random) for _ in range(THINNED)])
    fits = [_regression(matrix, labels), _regression(thinned, [*labels] * THINNED, THINNED_PENALTY)]
    weights = np.mean([fit.coef_ for fit in fits], axis=0)
    base = np.mean([fit.intercept_ for fit in fits], axis=0)
    good = list(first.classes_).index(GOOD)
    order = [list(first.classes_).index(label.value) for label in LABELS]
    weights, base = (weights[order] - weights[good]) * idf[kept], base[order] - base[good]
    return {str(name): weights[:, at].tolist() for at, name in enumerate(names[kept])}, base.tolist()


def _regression(matrix: csr_matrix, labels: Sequence[str], penalty: float = PENALTY) -> LogisticRegression:
    return LogisticRegression(C=penalty, max_iter=500, tol=1e-3).fit(matrix, labels)


def _thinned(matrix: csr_matrix, random: np.random.Generator) -> csr_matrix:
    """Return ``matrix`` without a share of its entries, the others scaled up so that their sum is expected to stay."""
    thinned = matrix.copy()
    thinned.data *= (random.random(thinned.data.size) >= LOST) / (1 - LOST)
    thinned.eliminate_zeros()
    return thinned


def _table(classes: Mapping[str, str], fitted: dict[str, list[float]], base: list[float]) -> str:
    head = {
        "about": "Written by tools/train.py from evals/reviewer/dev.jsonl. Of each sort of sign the names, and for each name a weight a label, in parts of the scale, packed and lifted.",
        "rules": RULES_VERSION,
        "labels": [label.value for label in LABELS],
        "scale": SCALE,
        "base": [round(weight * SCALE) for weight in base],
        "classes": classes,
    }
    signs: dict[str, dict[str, list[int]]] = {}
    for sign, row in fitted.items():
        sort, name = sign.split(BETWEEN)
        if any(rounded := [round(weight * SCALE) for weight in row]):
            signs.setdefault(sort, {})[name] = rounded
    lines = [
        f"{json.dumps(sort)}: {json.dumps([BETWEEN.join(rows), written(rows.values())])}"
        for sort, rows in signs.items()
    ]
    return json.dumps(head, ensure_ascii=False, indent=0)[:-2] + ',\n"signs": {\n' + ",\n".join(lines) + "\n}\n}\n"


def _measure(rows: Sequence[Row], seen: Sequence[Seen]) -> None:
    """Print precision and recall at several thresholds for each author, learnt from authors of other folds."""
    authors = sorted({row.author for row in rows} - {OWN})
    faults = np.full(len(rows), np.nan)
    for fold in range(FOLDS):
        left_out = set(authors[fold::FOLDS])
        others = [at for at, row in enumerate(rows) if left_out.isdisjoint((row.author, row.varied))]
        fitted, base = _learnt([seen[at] for at in others], [rows[at].label for at in others])
        for at in (at for at, row in enumerate(rows) if row.author in left_out):
            weights = [np.array(fitted[sign]) * count for sign, count in seen[at].found.items() if sign in fitted]
            odds = np.exp(np.sum([base, *weights], axis=0)).sum()
            faults[at] = odds / (1 + odds)
    bad = np.array([row.label != GOOD for row in rows])
    settled = np.array([text.settled for text in seen])
    ruled = np.array([f"found{BETWEEN}{REJECTED}" in text.found for text in seen])
    for author in (*authors, "all"):
        own = np.array([row.author == author or (author == "all" and row.author != OWN) for row in rows])
        said = {"by rules alone": ruled} | {f"from {found}": settled | (faults >= found) for found in TRIED}
        for name, rejected in said.items():
            hits, of, ought = ((rejected & bad & own).sum(), (rejected & own).sum(), (bad & own).sum())
            print(f"{author:10} {name:14} precision {hits / of:.3f}  recall {hits / ought:.3f}")


if __name__ == "__main__":
    sys.exit(main())
