// The order book: what events bring is newer than a list on its way, a time-out ends by itself, and what counts as to be done.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Member, Report, Restraint, Waiting } from '../wire/shapes';
import { FakeSocket, installFakeSocket } from '../wire/fake-socket';
import { socket } from '../wire/socket';
import { OrderBook } from './order.svelte';

const alice = { id: 'alice', role: 'teacher' } as Member;
const pia = { id: 'pia', role: 'pupil' } as Member;
const report = (id: string, more: Partial<Report> = {}) => ({ kind: 'report', id, by: 'pia', state: 'open', ...more }) as Report;
const waiting = (id: string, more: Partial<Waiting> = {}) =>
  ({ kind: 'waiting', id, place: 'room', author: 'pia', state: 'waiting', ...more }) as Waiting;
const restraint = (id: string, seconds: number): Restraint => ({
  kind: 'restraint',
  id,
  until: new Date(Date.now() + seconds * 1000).toISOString(),
  reason: 'Calm down.',
  held: false,
});

let wire: FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  installFakeSocket();
  socket.connect();
  FakeSocket.last.opens();
  wire = FakeSocket.last;
});
afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

const bookOf = (me: Member) => new OrderBook({ id: 's', me });

async function answer(reports: Report[], queue: Waiting[]): Promise<void> {
  await wire.answers('report.list', { reports: reports.filter(({ state }) => state === 'open'), more: false });
  await wire.answers('report.list', { reports: reports.filter(({ state }) => state === 'closed'), more: false });
  await wire.answers('waiting.list', { waiting: queue, more: false });
  await vi.advanceTimersByTimeAsync(0);
}

describe('the book', () => {
  it('counts what the staff has to look at: reports of others, and what waits', async () => {
    const book = bookOf(alice);
    book.begin([]);
    await answer(
      [report('1'), report('2', { by: 'alice' }), report('3', { state: 'closed' })],
      [waiting('a'), waiting('b', { state: 'refused' })],
    );
    expect(book.status).toBe('ready');
    expect(book.toDo).toBe(2);
    expect(book.mine.map(({ id }) => id)).toEqual(['2']);
  });

  it('takes what events brought for newer than the list that was on its way', async () => {
    const book = bookOf(alice);
    book.begin([]);
    book.put(report('1', { state: 'closed' }));
    book.gone('waiting', 'a');
    await answer([report('1')], [waiting('a'), waiting('b')]);
    expect(book.open).toEqual([]);
    expect(book.closed.map(({ id }) => id)).toEqual(['1']);
    expect(book.queue.map(({ id }) => id)).toEqual(['b']);
  });

  it('gives a pupil nothing to do, and what they wrote where they wrote it', async () => {
    const book = bookOf(pia);
    book.begin([]);
    await answer([report('1')], [waiting('b'), waiting('a'), waiting('c', { place: 'board' })]);
    expect(book.toDo).toBe(0);
    expect(book.mineIn('room').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('a time-out', () => {
  it('ends by itself, one after the other', async () => {
    const book = bookOf(pia);
    book.begin([restraint('pia', 60), restraint('milo', 120)]);
    expect(book.quiet?.reason).toBe('Calm down.');
    await vi.advanceTimersByTimeAsync(61_000);
    expect(book.quiet).toBeNull();
    expect(book.timeOuts.map(({ id }) => id)).toEqual(['milo']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(book.timeOuts).toEqual([]);
  });

  it('ends when a teacher ends it', () => {
    const book = bookOf(pia);
    book.begin([restraint('pia', 60)]);
    book.put({ kind: 'restraint', id: 'pia', until: null, reason: null, held: true });
    expect(book.quiet).toBeNull();
    expect(book.held).toBe(true);
  });
});
