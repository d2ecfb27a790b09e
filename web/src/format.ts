/** Numbers and dates in the reader's language. Formatting only: no value is changed but by the display's own digits. */
import type {Lang} from './generated/shopgauge';

export interface Format {
  number(value: number): string;
  fixed(value: number, digits: number): string;
  percent(value: number): string;
  points(value: number): string;
  date(iso: string): string;
  month(id: string): string;
  short_month(id: string): string;
  /** "in 8 days", "tomorrow". */
  days(count: number): string;
}

const locales: Record<Lang, string> = {'zh-CN': 'zh-CN', en: 'en-GB'};
const most_digits = 6;

/** A civil date or month as an instant that only the UTC formatters below read. */
const instant = (iso: string) => new Date(`${iso.length === 7 ? `${iso}-01` : iso}T00:00:00Z`);

/** What is slow to make is made when it is first needed. */
function late<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function date_format(locale: string, options: Intl.DateTimeFormatOptions): (iso: string) => string {
  const format = late(() => new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'}));
  return (iso) => {
    const time = instant(iso);
    return Number.isNaN(time.valueOf()) ? iso : format().format(time);
  };
}

function number_format(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = late(() => new Intl.NumberFormat(locale, options));
  return (value) => format().format(value).replace('-', '−');
}

export function make_format(lang: Lang): Format {
  const locale = locales[lang];
  const fixed: Record<number, (value: number) => string> = {};
  return {
    number: number_format(locale, {maximumFractionDigits: most_digits}),
    fixed: (value, digits) => (fixed[digits] ??= number_format(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}))(value),
    percent: number_format(locale, {style: 'percent', maximumFractionDigits: most_digits}),
    points: number_format(locale, {maximumFractionDigits: most_digits, signDisplay: 'exceptZero'}),
    date: date_format(locale, {year: 'numeric', month: 'long', day: 'numeric'}),
    month: date_format(locale, {year: 'numeric', month: 'short'}),
    short_month: date_format(locale, {month: 'short'}),
    days: (count) => new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}).format(count, 'day'),
  };
}

/** Today's civil date in a time zone, from the device's clock: only ever the prefilled value of a request's field. */
export function today_in(time_zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {timeZone: time_zone}).format(new Date());
}

/** The same day one year later, as the Date API has it: only ever the prefilled value of a request's field. */
export function a_year_after(iso: string): string {
  const day = instant(iso);
  if (Number.isNaN(day.valueOf())) return iso;
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

/** The months that a span of days touches: only ever the rows of a list. */
export function months_of(from: string, to: string): string[] {
  const found: string[] = [];
  const day = instant(from.slice(0, 7));
  for (; !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 7) <= to.slice(0, 7); day.setUTCMonth(day.getUTCMonth() + 1)) {
    found.push(day.toISOString().slice(0, 7));
  }
  return found;
}
