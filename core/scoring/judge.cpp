// Joins the answers of standards into a verdict.

#include "core/scoring/judge.h"

#include <utility>

#include "core/scoring/condition.h"

namespace shopgauge {

Judgement judge(const Program& program, const std::vector<std::size_t>& standards,
                const Reading& reading, Advisory advisory) {
  Judgement judgement;
  const Facts facts{program, reading, reading.enrolment};
  bool failed = false;
  bool open = false;
  bool no_score = false;
  bool assessed = false;
  for (const std::size_t index : standards) {
    const Standard& standard = program.standards[index];
    Finding finding;
    const Outcome outcome = evaluate(standard, facts, finding);
    const bool counts = advisory == Advisory::counts || !standard.advisory;
    if (counts && !finding.not_assessed) {
      assessed = true;
      failed = failed || outcome.truth == Truth::no;
      open = open || outcome.truth == Truth::undetermined;
      no_score = no_score || finding.input->state == InputState::no_score;
      if (outcome.truth == Truth::undetermined) {
        add_once(judgement.needs, outcome.needs);
      }
    }
    add_once(judgement.assumptions, outcome.assumptions);
    judgement.findings.push_back(std::move(finding));
  }
  judgement.verdict = no_score || !assessed ? JudgementVerdict::not_assessed
                      : failed              ? JudgementVerdict::fail
                      : open                ? JudgementVerdict::undetermined
                                            : JudgementVerdict::pass;
  if (judgement.verdict != JudgementVerdict::undetermined) {
    judgement.needs.clear();
  }
  return judgement;
}

}  // namespace shopgauge
