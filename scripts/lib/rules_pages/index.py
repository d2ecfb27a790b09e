"""The index of a language, and the page that leads to both."""
from . import edition as edition_page
from .page import Page


def render(words, programs):
    """`programs`: {program: [(edition, document)…, the newest first]}."""
    def newest(program):
        return max(document.members["in_force"].members["from"] for _, document in programs[program])

    rows, say = [], words.say
    for program in sorted(sorted(programs), key=newest, reverse=True):
        for edition, document in programs[program]:
            page = Page(document, words)
            rows.append([f"[{page.text(document.take('title'))}]({program}/{edition}.md)", page.text(document.take("platform")),
                         edition, edition_page.in_force(page, document.take("in_force"))])
    head = [say("page.program"), say("top.platform"), say("page.edition"), say("top.in_force")]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * 4, *rows])
    other = next(language for language in ("zh-CN", "en") if language != words.language)
    return "\n\n".join([f"# {say('index.title')}", f"[{say('page.other_language')}](../{other}/README.md)",
                        say("index.intro"), table, say("cli.disclaimer")]) + "\n"


def render_entrance(tables):
    links = [f"* [{words.say('index.title')}]({words.language}/README.md): {words.say('index.what')}" for words in tables]
    return "\n\n".join([f"# {' · '.join(words.say('index.title') for words in tables)}", "\n".join(links)]) + "\n"
