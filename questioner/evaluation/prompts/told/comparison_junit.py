"""A comparison as JUnit: one test case a gate, and one a scenario that changed."""

from questioner.evaluation import junit
from questioner.evaluation.prompts.comparison import Changed, Comparison, Verdict
from questioner.evaluation.prompts.reasons import said

BROKEN = "passes in BASE and not in NEW"


def document(comparison: Comparison) -> str:
    """Return the XML. A gate fails when it is shown to be worse, and a broken scenario only where the verdict is worse."""
    worse = comparison.verdict is Verdict.WORSE
    cases = [
        junit.case("gates", d.metric.title, **{"failure" if d.shown is Verdict.WORSE else "said": said(d)})
        for d in comparison.differences
        if d.metric.gate
    ]
    cases += [
        junit.case("scenarios", c.scenario, BROKEN if worse else "", f"{BROKEN}\n{_told(c)}") for c in comparison.broken
    ]
    cases += [junit.case("scenarios", c.scenario, "", f"fixed\n{_told(c)}") for c in comparison.fixed]
    return junit.document(f"eval compare: {comparison.verdict}", cases)


def _told(case: Changed) -> str:
    questions = case.new.questions if case.new else ()
    return "\n".join(f"[{', '.join(q.labels)}] {q.text}" for q in questions if q.labels)
