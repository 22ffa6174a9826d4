// A shelf holds what stands in a place, whatever kind it is: what was answered, plus the events since.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, installFakeSocket } from '../wire/fake-socket';
import type { Thing, WireEvent } from '../wire/shapes';
import { socket } from '../wire/socket';
import { Shelf } from './shelf.svelte';

interface Note extends Thing {
  text: string;
}
const note = (id: string, text = id, place = 'board'): Note => ({ kind: 'note', id, place, text });
const event = (seq: number, put: Thing[], gone: { kind: string; id: string }[] = []) =>
  ({ space: 's', event: 'note.changed', seq, place: 'board', put, gone }) as unknown as WireEvent;
const opened = (seq: number, items: Thing[]) => ({ seq, items, more: false });

let shelf: Shelf;
let wire: FakeSocket;
const texts = () =>
  shelf
    .of<Note>('note')
    .map(({ text }) => text)
    .sort();

beforeEach(() => {
  vi.useFakeTimers();
  installFakeSocket();
  socket.connect();
  wire = FakeSocket.last;
  wire.opens();
  shelf = new Shelf('board', { opened: () => {}, read: () => {}, markOf: () => 0, isMe: () => false });
});
afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

describe('a shelf', () => {
  it('shows what the place holds, and what comes, changes and goes', async () => {
    void shelf.load();
    expect(shelf.status).toBe('loading');
    await wire.answers('place.open', opened(5, [note('a'), note('b')]));
    expect(shelf.status).toBe('ready');
    shelf.apply(event(6, [note('a', 'A'), note('c')], [{ kind: 'note', id: 'b' }]));
    expect(texts()).toEqual(['A', 'c']);
  });

  it('takes what happens while it loads on top, and nothing that is in the answer already', async () => {
    void shelf.load();
    shelf.apply(event(5, [note('a', 'old')]));
    shelf.apply(event(6, [note('a', 'newer')]));
    await wire.answers('place.open', opened(5, [note('a', 'as of 5')]));
    expect(texts()).toEqual(['newer']);
  });

  it('lets nothing older win: what a query answered late, or what is gone', async () => {
    void shelf.load();
    await wire.answers('place.open', opened(5, []));
    shelf.apply(event(9, [note('a', 'of 9')], [{ kind: 'note', id: 'b' }]));
    shelf.add([note('a', 'of 7'), note('b'), note('c')], 7);
    expect(texts()).toEqual(['c', 'of 9']);
  });

  it('leaves alone what stands elsewhere', async () => {
    void shelf.load();
    await wire.answers('place.open', opened(5, [note('a')]));
    shelf.apply(event(6, [note('x', 'x', 'another board')]));
    expect(texts()).toEqual(['a']);
  });

  it('is empty once the place is lost', async () => {
    void shelf.load();
    await wire.refuses('place.open', 'not_found');
    expect(shelf.status).toBe('lost');
    expect(texts()).toEqual([]);
  });
});
