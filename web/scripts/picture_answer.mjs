// What a picture of a program says: the example store's answer, as the engine gives it, in words. Nothing of it is written by hand.
const pick = (request, keys) => JSON.stringify(Object.fromEntries(Object.entries(request).filter(([key]) => keys.includes(key))));

const shared = ['program', 'edition', 'date', 'enrolment', 'profile'];

function ask(engine, verb, request) {
  const reply = JSON.parse(engine[verb](request));
  return reply.ok ? reply.value : undefined;
}

const fill = (text, parameters) => text.replace(/\{(\w+)\}/g, (_, name) => String(parameters[name]));

/** Words and numbers of one language; `table` is its string table. */
function speech(document, lang, table) {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const number = new Intl.NumberFormat(locale, {maximumFractionDigits: 2});
  const percent = new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 2});
  const dated = (options) => (iso) => new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'}).format(new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`));
  const kinds = new Map(document.metrics.map(({id, kind}) => [id, kind]));
  const titles = new Map();
  const collect = (part) => {
    if (part === null || typeof part !== 'object') return;
    if (typeof part.id === 'string' && part.title && !titles.has(part.id)) titles.set(part.id, part.title);
    Object.values(part).forEach(collect);
  };
  collect([document.score, document.standards, document.tiers, document.metrics]);
  return {
    say: (key, parameters = {}) => {
      if (table[key] === undefined) throw new Error(`${lang}.json lacks ${key}`);
      return fill(table[key], parameters);
    },
    has: (key) => table[key] !== undefined,
    title: (id) => titles.get(id)?.[lang] ?? id,
    fixed: (value, digits) => new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(value),
    number: (value) => number.format(value),
    date: dated({year: 'numeric', month: lang === 'en' ? 'short' : 'long', day: 'numeric'}),
    short_month: dated({month: 'short'}),
    month: dated({year: 'numeric', month: 'short'}),
    /** An input as a picture has room for: a ratio as its rate. */
    input(value, metric) {
      if (typeof value === 'boolean') return table[value ? 'page.yes' : 'page.no'];
      const plain = typeof value === 'number' ? value : 'percent' in value ? value.percent / 100 : 'sum' in value ? value.sum / value.n : value.num / value.den;
      return kinds.get(metric) === 'rate' ? percent.format(plain) : number.format(plain);
    },
  };
}

const most_rows = 4;

/** Unmet ones first: they decide. */
function standard_rows(document, words, standards) {
  const metric_of = (id) => document.standards?.find((standard) => standard.id === id)?.metric ?? id;
  const known = standards.filter(({observed, target, assessed}) => observed !== undefined && target !== undefined && assessed !== false);
  const order = [...known.filter(({met}) => met === false), ...known.filter(({met}) => met !== false)];
  return order.slice(0, most_rows).map(({id, observed, rate, target, operator, met}) => ({
    name: words.title(id), met: String(met),
    note: words.input(rate ?? observed, metric_of(id)) + (operator === 'is' ? '' : ` · ${words.say(`operator.${operator}`)} ${words.input(target, metric_of(id))}`),
  }));
}

const tier_text = (words, tier) => (tier && 'id' in tier ? words.say('page.tier_is', {tier: words.title(tier.id)}) : undefined);

function score_answer(words, {score, nodes = [], tier, verdict}) {
  const rows = nodes.filter((node) => node.score !== undefined).slice(0, most_rows).map((node) => ({
    name: words.title(node.id), value: words.number(Number(node.score.toFixed(2))), share: node,
  }));
  return {
    kind: 'score', big: words.fixed(score.value, score.digits), of: words.say('page.of_scale', {high: words.number(score.scale[1])}), scale: score.scale, at: score.value,
    ends: score.scale.map(words.number), verdict, verdict_text: verdict && words.say(`verdict.${verdict}`), verdict_of: words.say('page.verdict_of_standards'),
    tier: tier_text(words, tier), rows,
  };
}

/** The range of each part's score, for its bar. */
function with_shares(document, answer) {
  const ranges = new Map((document.score?.nodes ?? []).map(({id, range}) => [id, range]));
  return {...answer, rows: answer.rows.map(({share, ...row}) => {
    const [low, high] = ranges.get(share.id) ?? document.score.scale;
    return {...row, share: (share.score - low) / (high - low)};
  })};
}

function verdict_answer(document, words, verdict, head, standards, tier, cells = []) {
  return {kind: 'verdict', verdict, verdict_text: words.say(`verdict.${verdict}`), head, tier: tier_text(words, tier), rows: standard_rows(document, words, standards), cells};
}

const most_cells = 5;
const decided = ({verdict}) => verdict === 'pass' || verdict === 'fail';

function course_answer(document, words, {months, checks}) {
  const done = months.filter(decided);
  const last = done.at(-1);
  const cells = done.slice(-most_cells).map(({month, verdict}) => ({name: words.short_month(month), verdict, word: words.say(`verdict.${verdict}`)}));
  if (last) return verdict_answer(document, words, last.verdict, words.month(last.month), last.standards ?? [], last.tier, cells);
  const judged = checks.filter(decided);
  const check = judged.find(({verdict}) => verdict === 'pass') ?? judged.at(-1);
  if (!check) throw new Error(`${document.program}: its example decides nothing`);
  const titles = new Map((document.cycle?.phases ?? []).flatMap((phase) => phase.checks ?? []).map(({standard, title}) => [standard, title]));
  const name = titles.get(check.standard)?.[words.lang] ?? words.title(check.standard);
  return verdict_answer(document, words, check.verdict, `${name} · ${words.date(check.date)}`, check.standards ?? [], undefined);
}

/** What the example store's numbers give: a score with its parts, or a verdict with its standards and months. */
export function picture_answer(engine, document, example, lang, table) {
  const words = {...speech(document, lang, table), lang};
  const reading = example.metrics || example.given ? ask(engine, 'assess', pick(example, [...shared, 'metrics', 'given'])) : undefined;
  if (reading?.score?.value !== undefined) return {words, ...with_shares(document, score_answer(words, reading))};
  if (reading?.verdict === 'pass' || reading?.verdict === 'fail') return {words, ...verdict_answer(document, words, reading.verdict, words.date(example.date), reading.standards ?? [], reading.tier)};
  const course = ask(engine, 'timeline', pick(example, [...shared, 'months', 'checks', 'choices', 'until']));
  if (!course) throw new Error(`${document.program}: its example gives no timeline`);
  return {words, ...course_answer(document, words, course)};
}
