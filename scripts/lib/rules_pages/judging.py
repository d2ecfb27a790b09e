"""What a reading is judged by: standards, gates, tiers, look-back."""
from . import conditions, numbers


def write_standards(page):
    if "standards" not in page.document:
        return
    page.heading(2, page.say("page.standards.title"))
    page.block(page.say("standards.intro"))
    head = [page.say(f"standards.{column}") for column in ("standard", "met", "remarks")]
    rows = []
    for standard in page.document.take("standards"):
        rows.append([page.title(standard), target(page, standard), page.run_on(remarks(page, standard))])
    page.table(head, rows)
    page.flush_notes()


def target(page, standard):
    said = [conditions.metric_condition(page, standard)]
    said += [conditions.metric_condition(page, other) for other in standard.find("or", [])]
    return page.say("join.any").join(said) + ("" if _said_already(standard) else page.mark(standard))


def _said_already(standard):
    """Whether the target is a number of its own with the source of the rule, so that no more need be said."""
    if "note" in standard:
        return False
    thresholds = [standard.members[operator] for operator in conditions.OPERATORS if operator in standard]
    figures = [threshold.members.get("default", threshold) for threshold in thresholds]
    return standard.find("source") in [figure.members.get("source") for figure in figures]


def remarks(page, standard):
    said = []
    if "area" in standard:
        said.append(page.say("standards.area", area=page.text_of(f"area.{standard.take('area')}")))
    if standard.find("advisory"):
        said.append(page.say("standards.advisory"))
    if "only" in standard:
        said.append(page.say(f"standards.only.{standard.take('only')}"))
    if "no_sample" in standard:
        said.append(page.say(f"standards.no_sample.{standard.take('no_sample')}"))
    return said


def write_gates(page):
    if "gates" not in page.document:
        return
    page.heading(2, page.say("page.gates.title"))
    for gate in page.document.take("gates"):
        page.heading(3, page.title(gate))
        page.bullets(gate_lines(page, gate))
    page.flush_notes()


def gate_lines(page, gate):
    when = conditions.condition_lines(page, gate.take("when"))
    lines = [page.say("item", name=page.say("gates.when"), text=when[0][1]), *when[1:]]
    consequence = page.stated(page.text(gate.take("consequence")), gate)
    lines.append(page.say("item", name=page.say("gates.consequence"), text=consequence))
    if gate.find("exact"):
        lines.append(page.say("gates.exact"))
    return lines


def write_tiers(page):
    if "tiers" not in page.document:
        return
    page.heading(2, page.say("tiers.title"))
    page.block(page.say("tiers.intro"))
    page.numbered([(f"**{page.title(tier)}**" + page.mark(tier), tier_lines(page, tier)) for tier in page.document.take("tiers")])
    page.flush_notes()


def tier_lines(page, tier):
    lines = [page.say("item", name=page.say("gates.when"), text=tier_when(page, tier))]
    consequences = tier.find("consequences", [])
    if consequences:
        texts = [page.text_of(f"consequence.{id}") for id in consequences]
        lines.append(page.say("item", name=page.say("gates.consequence"), text=page.say("sentences.mark").join(texts)))
    return lines


def tier_when(page, tier):
    if tier.find("not_scored"):
        return page.say("tiers.not_scored")
    return conditions.condition(page, tier.take("when")) if "when" in tier else page.say("tiers.else")


def write_lookback(page):
    if "lookback" not in page.document:
        return
    page.heading(2, page.say("page.lookback"))
    page.block(page.say("lookback.intro"))
    page.numbered([(lookback_line(page, entry), []) for entry in page.document.take("lookback")])
    page.flush_notes()


def lookback_line(page, entry):
    months = entry.take("months")
    count = numbers.number_of(months.take("value"))
    said = {"title": page.title(entry), "n": numbers.show(count), "mark": page.mark(months, figure=True)}
    if "when" in entry:
        return page.say("lookback.when", count, when=conditions.condition(page, entry.take("when")), **said)
    return page.say("lookback.else", count, **said)
