import { expect, it } from 'vitest';
import type { Message } from '../../wire/shapes';
import { rowsOf } from './rows';

const said = (id: string, author: string, at: string, more: Partial<Message> = {}) =>
  ({ kind: 'message', id, author, at: `2026-11-${at}:00.000Z`, state: 'said', ...more }) as Message;
const day = (at: string) => at.slice(0, 10);

/** "pia" opens a run, "·pia" goes on with it, "pia|" closes it. */
const drawn = (messages: Message[], newFrom: string | null = null) =>
  rowsOf(messages, newFrom, day).map((row) =>
    row.type === 'message' ? `${row.first ? '' : '·'}${row.id}${row.last ? '|' : ''}` : row.type,
  );

it('puts lines of one author together', () => {
  const messages = [said('a', 'pia', '21T10:00'), said('b', 'pia', '21T10:04'), said('c', 'milo', '21T10:05')];
  expect(drawn(messages)).toEqual(['day', 'a', '·b|', 'c|']);
});

it('separates them by time, day, news and traces', () => {
  const messages = [
    said('a', 'pia', '21T10:00'),
    said('b', 'pia', '21T10:06'),
    said('c', 'pia', '21T10:07', { state: 'withdrawn' }),
    said('d', 'pia', '21T23:59'),
    said('e', 'pia', '22T00:00'),
    said('f', 'pia', '22T00:01'),
  ];
  expect(drawn(messages, 'f')).toEqual(['day', 'a|', 'b|', 'c|', 'd|', 'day', 'e|', 'new', 'f|']);
});

it('draws nothing of nothing', () => expect(drawn([])).toEqual([]));
