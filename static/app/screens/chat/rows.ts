// Turns the messages held into the rows of the chat: where a day begins, where the new ones begin, and which lines of one
// author stand together. The log draws what this says. Pure: same messages, same rows.

import type { Message } from '../../wire/shapes';

export interface MessageRow {
  type: 'message';
  id: string;
  message: Message;
  /** Whether it opens, or closes, a run of lines by one author. */
  first: boolean;
  last: boolean;
}

export type Row = { type: 'day'; id: string; at: string } | { type: 'new'; id: string } | MessageRow;

/** Lines further apart than this stand by themselves. */
const TOGETHER = 5 * 60_000;

export function rowsOf(messages: readonly Message[], newFrom: string | null, dayOf: (at: string) => string): Row[] {
  const rows: Row[] = [];
  let run: MessageRow | null = null;
  let today = '';
  for (const message of messages) {
    const day = dayOf(message.at);
    const isNew = message.id === newFrom;
    if (day !== today) rows.push({ type: 'day', id: `day-${message.id}`, at: message.at });
    if (isNew) rows.push({ type: 'new', id: 'new' });
    const first: boolean = run === null || day !== today || isNew || !together(run.message, message);
    if (run && !first) run.last = false;
    run = { type: 'message', id: message.id, message, first, last: true };
    rows.push(run);
    today = day;
  }
  return rows;
}

function together(before: Message, message: Message): boolean {
  return (
    before.author === message.author &&
    Date.parse(message.at) - Date.parse(before.at) < TOGETHER &&
    before.state === 'said' &&
    message.state === 'said'
  );
}
