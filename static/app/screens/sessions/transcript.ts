// A session's transcript as a page of its own, to keep or to print: read page by page from the server, made here.

import { socket } from '../../wire/socket';
import { date, t, time } from '../../words';

interface Line {
  at: string;
  clocks: string[];
  who: string;
  text: string;
  state: 'said' | 'withdrawn' | 'hidden';
}

interface Told {
  session: { subject: string };
  gate: { opens_at: string };
  zones: string[];
  lines: Line[];
  attended: { who: string; first: string; last: string }[];
  oldest: string | null;
  more: boolean;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

export function pageOf(told: Told, lines: Line[]): string {
  const row = (line: Line) =>
    `<tr>${line.clocks.map((clock) => `<td>${clock.slice(11)}</td>`).join('')}<th scope="row"><bdi>${escaped(line.who)}</bdi></th>` +
    `<td dir="auto">${line.state === 'said' ? escaped(line.text) : `<i>${escaped(t(`sessions-line-${line.state}`))}</i>`}</td></tr>`;
  const zones = told.zones.map((zone) => `<th scope="col">${escaped(zone.split('/').at(-1)!.replaceAll('_', ' '))}</th>`).join('');
  const title = escaped(told.session.subject);
  const here = told.attended.map(({ who, first, last }) => `<li><bdi>${escaped(who)}</bdi>: ${time(first)}–${time(last)}</li>`).join('');
  return (
    `<!doctype html><meta charset="utf-8"><title>${title}</title><style>body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;` +
    `padding:0 1rem}td,th{padding:.2rem .6rem;text-align:start;vertical-align:top}</style><h1>${title}</h1>` +
    `<p>${escaped(date(told.gate.opens_at))}</p><table><thead><tr>${zones}<th></th><th></th></tr></thead><tbody>` +
    `${lines.map(row).join('')}</tbody></table><h2>${escaped(t('sessions-attended'))}</h2><ul>${here}</ul>`
  );
}

/** Reads all of it and hands it to the browser as a file; with letters in place of names if asked. */
export async function download(place: string, letters = false): Promise<void> {
  let before: string | null = null;
  let lines: Line[] = [];
  let told: Told;
  do {
    told = await socket.ask<Told>('session.transcript', { place, letters, ...(before ? { before } : {}) });
    lines = [...told.lines, ...lines];
    before = told.oldest;
  } while (told.more && before);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([pageOf(told, lines)], { type: 'text/html' }));
  link.download = `${told.session.subject.replace(/[^\p{L}\p{N}]+/gu, '-') || 'session'}-${told.gate.opens_at.slice(0, 10)}.html`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
