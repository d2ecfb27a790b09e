/** A calendar file as RFC 5545 has it: whole days, each with a reminder the day before. */

export interface Entry {
  /** YYYY-MM-DD */
  date: string;
  /** Stays the same when the file is made again, so that calendars replace the entry. */
  id: string;
  title: string;
  about: string;
  link?: string;
}

/** §3.3.11 */
export const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** §3.1: lines end at 75 octets, and never inside a character. */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, room] = ['', 75];
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) [out, room] = [`${out}\r\n `, 74];
    out += letter;
    room -= size;
  }
  return out;
}

const compact = (date: string) => date.replaceAll('-', '');

/** The day is part of the id: an event that moved is another one. */
const uid = ({id, date}: Entry) => `${id.replace(/[^A-Za-z0-9]+/g, '-')}-${compact(date)}@shopgauge`;

function event_lines(entry: Entry, stamp: string): string[] {
  const {date, title, about, link} = entry;
  return [
    'BEGIN:VEVENT', `UID:${uid(entry)}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(date)}`, `SUMMARY:${escaped(title)}`,
    ...(about ? [`DESCRIPTION:${escaped(about)}`] : []), ...(link ? [`URL:${link}`] : []), 'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT15H', `DESCRIPTION:${escaped(title)}`, 'END:VALARM', 'END:VEVENT',
  ];
}

export function calendar_text(entries: Entry[], name: string, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ShopGauge//ShopGauge//EN', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => event_lines(entry, stamp)), 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
