/**
 * Numbers in cells, each with the unit that it or its column's header names: as they would be typed into the field, with
 * 万, 亿 and ‰ worked in digit by digit. What names another unit than the field's own is not read: its number would mean something else.
 */
import {number_of, pair_of, shifted} from '../exact';
import type {MetricKind} from '../program';
import {metric_value} from '../request';

/** What a field takes. `unit` is one of core/rules/FORMAT.md. */
export interface Quantity {
  kind: MetricKind;
  unit: string;
}

/** How a bare number of a rate is meant. */
export type RateUnit = 'percent' | 'fraction';

/** What a cell says, as it would be typed: '' where it says nothing, undefined where it cannot be read. */
export type Reader = (cell: string) => string | undefined;

const yuan = '元|圆|人民币|rmb|cny|yuan';
const dollars = '美元|美金|us\\$|usd|dollars?';

/** How tables call the units; minutes, which no field takes, are known as another unit. */
const words: Record<string, string> = {
  orders: '单|笔|件|个|orders?', times: '次|起|件|个|times?', products: '件|个|款|种|products?|items?', visitors: '人|位|名|人次|visitors?', buyers: '人|位|名|buyers?',
  days: '天|days?', hours: '小时|时|hours?|hrs?|h', minutes: '分钟|minutes?|mins?', seconds: '秒|秒钟|seconds?|secs?|s',
  stars: '星|分|stars?|points?', points: '分|points?|pts?', CNY: yuan, USD: dollars, none: `${yuan}|${dollars}`,
};

/** What stands before an amount. */
const signs: Record<string, RegExp> = {CNY: /^(¥|rmb|cny)$/i, USD: /^(\$|us\$|usd)$/i, none: /^([¥$€£]|us\$|rmb|cny|usd)$/i};

/** How many places each takes the point to the right. */
const scales: Record<string, number> = {千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8};
const scale = Object.keys(scales).sort((one, other) => other.length - one.length).join('|');
const is_scaled = ({kind, unit}: Quantity) => kind !== 'rate' && /^(orders|times|products|visitors|buyers|CNY|USD|none)$/.test(unit);

const any_unit = new RegExp(`^(?:(?:${scale})?(?:${Object.values(words).join('|')})|${scale}|[%‰]|k|m|mn|bn|thousands?|millions?)$`, 'i');

/** A scale and the field's own unit, or either, or nothing. */
const own_unit = (quantity: Quantity) => new RegExp(`^(${is_scaled(quantity) ? `(?:${scale})?` : ''})\\s*(?:${words[quantity.unit] ?? '(?!)'})?$`, 'i');

const plain = (text: string) => text.normalize('NFKC').replaceAll('。', '.').trim();

/** What a header says in brackets, behind a slash, or with a scale at its end. */
function marks_of(header: string): string[] {
  const text = plain(header);
  const inside = [...text.matchAll(/[([【]([^)\]】]*)[)\]】]/g)].map(([, mark = '']) => mark);
  return [...inside, ...text.split('/').slice(1), ...(/[千万亿](?:美?元)?$/.exec(text) ?? [])].flatMap((mark) => mark.split(/[\s,、;:/]+/)).filter(Boolean);
}

/** How a header says that bare numbers of rates are meant. */
export function rate_mark(header: string): '%' | '‰' | undefined {
  const text = plain(header);
  return text.includes('%') ? '%' : text.includes('‰') ? '‰' : undefined;
}

/** Whether a header names a unit, and not the field's own. */
export function is_alien(quantity: Quantity, header: string): boolean {
  if (quantity.kind === 'rate') return false;
  const own = own_unit(quantity);
  const units = marks_of(header).filter((mark) => any_unit.test(mark));
  return units.length > 0 && !units.some((mark) => own.test(mark));
}

/** The scale in which a header says that the numbers below it stand. */
function scale_of(quantity: Quantity, header: string): string {
  const own = own_unit(quantity);
  return marks_of(header).map((mark) => own.exec(mark)?.[1] ?? '').find(Boolean) ?? '';
}

function rate_text(number: string, mark: string): string | undefined {
  const percent = mark === '‰' ? shifted(number, -1)?.text : number;
  return mark && percent !== undefined ? `${percent}%` : percent;
}

/** Sign, currency, sign, digits, and the rest. */
const form = /^([+-]?)\s*([^\d.,+-]*)([+-]?)\s*([\d.,]+)\s*(.*)$/;

/** Reads the numbers below a header. */
export function number_reader(quantity: Quantity, header: string, rates: RateUnit): Reader {
  const {kind, unit} = quantity;
  const behind = kind === 'rate' ? /^([%‰]?)$/ : own_unit(quantity);
  const bare = kind === 'rate' ? (rate_mark(header) ?? (rates === 'percent' ? '%' : '')) : is_alien(quantity, header) ? undefined : scale_of(quantity, header);

  const quantity_text = (text: string): string | undefined => {
    const [, first = '', before = '', second = '', digits = '', after = ''] = form.exec(text) ?? [];
    const number = number_of(first + second + digits)?.text;
    const own = behind.exec(after);
    if (number === undefined || !own || (before && !signs[unit]?.test(before.trim()))) return undefined;
    const mark = after ? own[1] : bare;
    if (mark === undefined) return undefined;
    return kind === 'rate' ? rate_text(number, mark) : mark ? shifted(number, scales[mark] ?? 0)?.text : number;
  };

  return (cell) => {
    const text = plain(cell);
    const typed = pair_of(text) ? text : quantity_text(text);
    // What the form would not take as a value, such as counts where one number is asked for, is not read here either.
    return typed === undefined || typeof metric_value(kind, typed) === 'string' ? undefined : typed;
  };
}
