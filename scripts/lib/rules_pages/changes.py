"""What changed between two editions of a program, computed from their documents."""
from dataclasses import dataclass, field

from . import conditions, cycle, judging, metrics, numbers, score, tables
from .page import Page


@dataclass
class Item:
    """Something that an edition has: what it is called, and what it says, aspect by aspect."""

    title: str
    facts: dict = field(default_factory=dict)  # aspect: text. An aspect is the key of its words, or has its name below
    names: dict = field(default_factory=dict)
    summary: str = ""  # stands for the facts where the whole item is new or gone

    def name(self, page, aspect):
        return self.names[aspect] if aspect in self.names else page.say(aspect) if aspect else ""


def write(page, editions, edition_before, link, other_words):
    """`editions`: the document before and this one, read once more: a comparison renders nothing. None: no edition before.
    What differs in the words of one language alone is no change."""
    page.heading(2, page.say("changes.title"))
    if editions is None:
        page.block(page.say("changes.first"))
        return
    old, new = [items_of(Page(document, page.words, plain=True)) for document in editions]
    differing = [_differing(*(items_of(Page(document, words, plain=True)) for document in editions))
                 for words in (page.words, other_words)]
    changed = differing[0] & differing[1]
    counts, sections = {"added": 0, "removed": 0, "changed": 0}, []
    for group in new:
        rows = _rows(page, old[group], new[group], {place[1:] for place in changed if place[0] == group}, counts)
        if rows:
            sections.append((group, rows))
    intro = page.say("changes.intro", edition=f"[{edition_before}]({link})")
    said = [page.say(f"changes.{kind}", count, n=str(count)) for kind, count in counts.items() if count]
    page.block(intro + (page.say("changes.counts", counts=page.words.listed(said)) if sections else page.say("changes.none")))
    for group, rows in sections:
        page.heading(3, page.say(group))
        page.table([page.say("changes.item"), edition_before, page.document.members["edition"]], rows)


def _differing(old, new):
    """(group, item, aspect) of each text that differs."""
    return {(group, id, aspect) for group in new for id in set(old[group]) & set(new[group])
            for aspect in set(old[group][id].facts) | set(new[group][id].facts)
            if old[group][id].facts.get(aspect) != new[group][id].facts.get(aspect)}


def _rows(page, old, new, changed, counts):
    rows = []
    for id, item in new.items():
        if id not in old:
            counts["added"] += 1
            rows.append([item.title, page.say("changes.absent"), _whole(page, item)])
            continue
        was = old[id]
        for aspect in dict.fromkeys([*was.facts, *item.facts]):
            if (id, aspect) in changed:
                counts["changed"] += 1
                texts = [either.facts.get(aspect, page.say("changes.absent")) for either in (was, item)]
                aspect = (item if aspect in item.facts else was).name(page, aspect)
                rows.append([page.say("changes.aspect", item=item.title, aspect=aspect) if aspect else item.title, *texts])
    for id, item in old.items():
        if id not in new:
            counts["removed"] += 1
            rows.append([item.title, _whole(page, item), page.say("changes.absent")])
    return rows


def _whole(page, item):
    if item.summary:
        return item.summary
    named = [(item.name(page, aspect), text) for aspect, text in item.facts.items()]
    return page.say("list.semicolon").join(page.say("pair", name=name, text=text) if name else text for name, text in named)


def items_of(page):
    score.name_nodes(page)
    document = page.document
    own = document.find("score")
    groups = {
        "metrics.title": {metric.members["id"]: _metric(page, metric) for metric in document.take("metrics")},
        "changes.who": _exclusions(page, document.find("not_applicable", []), "changes.who"),
        "page.the_score": _score(page, own) if own else {},
        "weights.title": {node.members["id"]: _node(page, node) for node, _, _ in score.tree(own.take("nodes"))} if own else {},
        "page.form.adjustments": _adjustments(page, own.find("adjustments", [])) if own else {},
        "page.standards.title": {part.members["id"]: _standard(page, part) for part in document.find("standards", [])},
        "page.gates.title": {part.members["id"]: _gate(page, part) for part in document.find("gates", [])},
        "tiers.title": {part.members["id"]: _tier(page, part) for part in document.find("tiers", [])},
        "page.lookback": {part.members["id"]: Item(page.title(part), {"": judging.lookback_line(page, part)})
                          for part in document.find("lookback", [])},
        "changes.rows": {(*table.take("by"), *table.take("gives")): _table(page, table) for table in document.find("rows", [])},
        "page.calendar.title": _cycle(page, document.find("cycle")),
    }
    return groups


def _metric(page, metric):
    facts = {"metrics.value": page.say("list.semicolon").join(metrics.value(page, metric))}
    for key in metrics.DEFINITIONS:
        if key in metric:
            facts[f"page.about.{key}"] = page.text(metric.take(key))
    if "rolls" in metric or "fed_by" in metric:
        facts["rolls.title"] = metrics.rolling(page, metric)
    return Item(page.title(metric), facts, summary=page.text(metric.take("what")))


def _exclusions(page, entries, title):
    return {(title, entry.members["reason"]): Item(page.say(title), {"": text})
            for entry, text in zip(entries, score.exclusions(page, entries))}


def _score(page, own):
    low, high = own.take("scale")
    items = {"scale": Item(page.say("part.scale"), {"": page.span(low, high)}),
             "rounding": Item(page.say("part.rounding"), {"": score.rounding(page, own.take("rounding"))})}
    if "methods" in own:
        items["methods"] = Item(page.say("part.methods"), {"": score.methods(page, own.take("methods"))})
    items |= _exclusions(page, own.find("not_scored", []), "not_scored.title")
    for stage in own.find("stages", []):
        adjustments = [score.adjustment(page, entry) for entry in stage.find("adjustments", [])]
        items["stage", stage.members["id"]] = Item(page.text_of(f"stage.{stage.take('id')}"),
                                                   {"": page.run_on(score.stage_lines(page, stage) + adjustments)})
    for derived in own.find("derived", []):
        curve = score.curve_text(page, derived.take("curve"), "none")
        items["derived", derived.members["id"]] = Item(page.title(derived), {"": curve})
    return items


def _node(page, node):
    low, high = node.take("range")
    weight = node.take("weight")
    facts = {"part.weight": numbers.percent(numbers.number_of(weight.take("value"))) + page.mark(weight),
             "weights.range": page.span(low, high)}
    if "curve" in node:
        metric = node.take("metric")
        facts["part.curve"] = score.curve_text(page, node.take("curve"), page.unit(metric), page.metrics[metric])
    if node.find("optional"):
        facts["changes.optional"] = page.say("cli.yes")
    if "flat" in node:
        facts["changes.flat"] = page.run_on(score.flat(page, node))
    return Item(page.nodes[node.members["id"]], facts)


def _adjustments(page, entries):
    items = {}
    for entry in entries:
        texts = [score.adjustment_does(page, entry) + page.mark(entry), *score.adjustment_bands(page, entry)]
        items[entry.members["id"]] = Item(page.title(entry), {"": page.run_on(texts)})
    return items


def _standard(page, part):
    facts = {"standards.met": judging.target(page, part)}
    remarks = judging.remarks(page, part)
    if remarks:
        facts["standards.remarks"] = page.run_on(remarks)
    return Item(page.title(part), facts)


def _gate(page, part):
    return Item(page.title(part), {"gates.when": conditions.condition(page, part.take("when")),
                                   "gates.consequence": page.stated(page.text(part.take("consequence")), part)})


def _tier(page, part):
    return Item(page.title(part), {"": page.run_on(judging.tier_lines(page, part)) + page.mark(part)})


def _table(page, table):
    width = len(table.take("by"))
    facts, names = {}, {}
    for row in table.take("rows"):
        cells = tables.row_cells(page, table, row)
        id = tuple(row[:width])
        names[id], facts[id] = " / ".join(cells[:width]), " / ".join(cells[width:])
    count = len(table.members["rows"])
    return Item(tables.title(page, table), facts, names,
                page.say("rows.count", count, n=str(count), titles=page.words.listed(tables.gives_titles(page, table))))


def _cycle(page, part):
    if part is None:
        return {}
    items = {("entry", *entry.take("fields")): _entry(page, entry) for entry in part.take("entries")}
    if "no_score_month" in part:
        text = cycle.no_score_month(page, part.take("no_score_month"))
        items["no_score_month"] = Item(page.say("part.no_score_month"), {"": text})
    return items | {("phase", phase.members["id"]): _phase(page, phase) for phase in part.take("phases")}


def _entry(page, entry):
    fields, *cells = cycle.entry_cells(page, entry)
    return Item(page.say("changes.entry", fields=fields), {"": page.say("list.semicolon").join(cell for cell in cells if cell)})


def _add(facts, names, id, name, texts):
    """What brings something about, and what it brings, as two facts: often one of them alone changes."""
    for n, text in enumerate(texts):
        facts[*id, n], names[*id, n] = text.replace("**", ""), name


def _phase(page, phase):
    facts, names = {"length.title": cycle.length(page, phase.take("length"))}, {}
    if "judge" in phase:
        facts["changes.judge"] = cycle.judged(page, phase)
    for check in phase.find("checks", []):
        (_, head), *lines = cycle.check_lines(page, check, phase)
        _add(facts, names, ("check", check.members["standard"]), page.title(check), [head, page.run_on(lines)])
    for rule in phase.find("rules", []):
        events = [page.say(f"event.{event.members['event']}") for event in rule.find("events", [])]
        (_, head), *lines = cycle.rule_lines(page, rule, phase)
        name = page.words.listed(dict.fromkeys(events)) or page.say("changes.rule")
        _add(facts, names, ("rule", rule.members["id"]), name, [head, page.run_on(lines)])
    for choice in phase.find("choices", []):
        _add(facts, names, ("choice", choice.members["id"]), page.say("page.form.choices"),
             [page.run_on(cycle.choice_lines(page, choice, phase))])
    if "next" in phase:
        facts["changes.next"] = page.run_on(cycle.next_lines(page, phase.take("next")))
    return Item(cycle.phase_title(page, phase), facts, names)
