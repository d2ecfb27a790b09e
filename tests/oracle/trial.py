"""One request tried on both sides."""
from assess import assess
from compare import compare_replies
from refused import Refused
from timeline import timeline

AGREED, DIFFERENT, REFUSED, UNFORESEEN = "agreed", "different", "refused", "unforeseen"


def expected(document, request):
    """The oracle's value, or the code of the issue that it foresees."""
    try:
        return (timeline if "until" in request else assess)(document, request)
    except Refused as refusal:
        return refusal.code


def judge(document, request, reply):
    """(result, difference or None). A refusal has no value to compare; it counts, so that not too much is refused."""
    wanted = expected(document, request)
    if not reply["ok"]:
        return (REFUSED if isinstance(wanted, str) else UNFORESEEN), None
    found = compare_replies(wanted, reply)
    return (DIFFERENT, found) if found else (AGREED, None)
