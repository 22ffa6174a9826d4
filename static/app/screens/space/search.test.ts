// Looking for words: what is long enough, how hits are grouped, and that a late answer never wins over a newer wish.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, installFakeSocket } from '../../wire/fake-socket';
import { socket } from '../../wire/socket';
import { byPlace, longEnough, Search, type Hit } from './search.svelte';

const hit = (id: string, place: string): Hit => ({ kind: 'message', id, place, at: null, by: null, excerpt: [] });

beforeEach(() => {
  vi.useFakeTimers();
  installFakeSocket();
  socket.connect();
  FakeSocket.last.opens();
});
afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

describe('search', () => {
  it('wants two letters or digits, of any script', () => {
    expect(['', 'a', ' a ! ', '?!'].map(longEnough)).toEqual([false, false, false, false]);
    expect(['ab', 'a b', 'მდ', '7b'].map(longEnough)).toEqual([true, true, true, true]);
  });

  it('groups what it found by place, in the order in which it came', () => {
    const groups = byPlace([hit('1', 'b'), hit('2', 'a'), hit('3', 'b')]);
    expect(groups.map(({ place, hits }) => `${place}: ${hits.map(({ id }) => id).join(' ')}`)).toEqual(['b: 1 3', 'a: 2']);
  });

  it('asks once after the last key, and shows the answer', async () => {
    const search = new Search('s');
    for (const text of ['ot', 'ott', 'otter']) search.type(text);
    expect(search.status).toBe('looking');
    await vi.advanceTimersByTimeAsync(300);
    await FakeSocket.last.answers('search.find', { hits: [hit('1', 'a')], more: false });
    expect(search.status).toBe('found');
    expect(search.hits).toHaveLength(1);
  });

  it('forgets an answer that comes after something else was typed', async () => {
    const search = new Search('s');
    search.type('otter');
    await vi.advanceTimersByTimeAsync(300);
    search.type('o');
    await FakeSocket.last.answers('search.find', { hits: [hit('1', 'a')], more: false });
    expect(search.status).toBe('idle');
    expect(search.hits).toEqual([]);
  });
});
