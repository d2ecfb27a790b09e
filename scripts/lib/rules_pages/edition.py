"""The page of one edition, from its document."""
from . import changes, cycle, judging, metrics, score, tables
from .document import DocumentError, untaken
from .page import STATUSES, Page
from .words import LANGUAGES


def render(document, words, other_words, before, after, in_repository, editions):
    """`before`, `after`: names of the neighbouring editions or None; `in_repository`: the document's path from the root.
    `editions`: the documents to compare, the one before and this one once more, or None."""
    page = Page(document, words)
    score.name_nodes(page)
    _write_top(page, before, after, in_repository)
    metrics.write(page)
    score.write(page)
    judging.write_standards(page)
    judging.write_gates(page)
    judging.write_tiers(page)
    judging.write_lookback(page)
    tables.write_profile(page)
    cycle.write(page)
    tables.write_rows(page)
    changes.write(page, editions, before, f"{before}.md", other_words)
    _write_sources(page)
    _write_questions(page)
    page.block(page.say("page.foot.affiliation", platform=page.text(document.take("platform"))))
    left = untaken(document)
    if left:
        raise DocumentError(f"the page has no place for {', '.join(left)}")
    return page.markdown()


def _write_top(page, before, after, in_repository):
    document = page.document
    edition, rule = document.take("edition"), document.take("in_force")
    page.heading(1, page.say("top.title", title=page.text(document.take("title")), edition=edition))
    page.block(" · ".join(_links(page, before, after)))
    page.bullets([
        page.say("item", name=page.say("top.platform"), text=page.text(document.take("platform"))),
        page.say("item", name=page.say("top.in_force"), text=in_force(page, rule) + page.mark(rule)),
        page.say("item", name=page.say("top.days"), text=page.say("top.time_zone", zone=document.take("time_zone"))),
        page.say("item", name=page.say("top.document"),
                 text=f"[`{document.take('program')}/{edition}.json`](../../../../{in_repository})"),
    ])
    page.block(page.text(document.take("summary")))
    for notice in document.find("notices", []):
        page.block("> " + page.text_of(f"notice.{notice}"))
    page.contents_here()
    page.block(page.say("top.marks"))
    page.flush_notes()
    if document.find("not_applicable"):
        page.heading(2, page.say("changes.who"))
        page.bullets(score.exclusions(page, document.take("not_applicable")))


def _links(page, before, after):
    program, edition = page.document.take("program"), page.document.take("edition")
    other = next(language for language in LANGUAGES if language != page.words.language)
    links = [f"[{page.say('page.other_language')}](../../{other}/{program}/{edition}.md)",
             f"[{page.say('top.index')}](../README.md)"]
    for key, neighbour in (("top.before", before), ("top.after", after)):
        if neighbour is not None:
            links.append(f"[{page.say(key, edition=neighbour)}]({neighbour}.md)")
    return links


def in_force(page, part):
    begin, until = part.take("from"), part.take("until")
    dates = {"from": begin} if until is None else {"from": begin, "until": until}
    said = [page.say("cli.in_force" if until is None else "cli.in_force_until", **dates)]
    if "last_seen" in part:
        said.append(page.say("cli.last_seen", date=part.take("last_seen")))
    if part.find("article"):
        said.append(page.say("cli.article"))
    return page.say("list.semicolon").join(said)


def _write_sources(page):
    page.heading(2, page.say("sources.title"))
    page.block(page.say("sources.intro"))
    page.numbered([_source(page, source) for source in page.document.take("sources")])
    rows = []
    for status in (*STATUSES, None):
        figures, others = page.by_status[status, True], page.by_status[status, False]
        if figures + others:
            names = (f"mark.{status}", f"sources.{status}") if status else ("mark.source", "sources.own")
            rows.append([*map(page.say, names), str(figures), str(others)])
    page.table([page.say(f"sources.{column}") for column in ("mark", "meaning", "figures", "others")], rows, (2, 3))


def _source(page, source):
    title, url, date = page.text(source.take("title")), source.take("url"), source.take("date")
    title = title if url is None else f"[{title}](<{url}>)"
    counts = page.by_source[source.take("id")]
    rests = page.say("sources.rests", figures=str(counts["figures"]), others=str(counts["others"]))
    return page.say("sources.entry", title=title, publisher=page.text(source.take("publisher")),
                    date=date or page.say("page.sources.no_date")), [rests]


def _write_questions(page):
    questions = page.document.take("questions")
    page.heading(2, page.say("page.sources.questions", count=str(len(questions))))
    page.bullets([page.text(question) for question in questions] or [page.say("questions.none")])
