// The outbox: lines survive a reload, go out once and in order, and one that is refused holds up nobody.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../wire/shapes';
import { FakeSocket, installFakeSocket } from '../wire/fake-socket';
import { socket } from '../wire/socket';
import { forgetPerson } from './kept';
import { Outbox } from './outbox.svelte';

const pia = { id: 'pia' } as Me;
const milo = { id: 'milo' } as Me;
const message = (id: string) => ({ message: { id }, seq: 1 });
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  installFakeSocket();
  outbox = new Outbox();
  outbox.of(pia);
});
afterEach(() => {
  outbox.of(null);
  socket.close();
  vi.useRealTimers();
});

function live(): FakeSocket {
  socket.connect();
  FakeSocket.last.opens();
  return FakeSocket.last;
}
const texts = () => outbox.lines.map((line) => line.text);
const said = (wire: FakeSocket) => wire.asked('chat.say').map((frame) => frame.params.text);

describe('sending', () => {
  it('sends the lines of a room one after the other', async () => {
    const wire = live();
    for (const text of ['one', 'two', 'three']) outbox.say('s', 'room', text, null);
    expect(said(wire)).toEqual(['one']);
    await wire.answers('chat.say', message('m1'));
    expect(said(wire)).toEqual(['one', 'two']);
    expect(texts()).toEqual(['two', 'three']);
  });

  it('does not let rooms wait for each other', () => {
    const wire = live();
    outbox.say('s', 'room', 'one', null);
    outbox.say('s', 'other', 'two', null);
    expect(said(wire)).toEqual(['one', 'two']);
  });

  it('says the same key again after a broken connection, and only once more', async () => {
    const first = live();
    outbox.say('s', 'room', 'one', null);
    first.ends(1006);
    await vi.advanceTimersByTimeAsync(1000);
    FakeSocket.last.opens();
    expect(FakeSocket.last.asked('chat.say')).toHaveLength(1);
    expect(FakeSocket.last.asked('chat.say')[0]?.params.key).toBe(first.asked('chat.say')[0]?.params.key);
    await FakeSocket.last.answers('chat.say', message('m1'));
    expect(outbox.lines).toEqual([]);
  });

  it('tells what became of a line', async () => {
    const heard = vi.fn();
    outbox.onTaken(heard);
    const wire = live();
    outbox.say('s', 'room', 'one', 'm0');
    await wire.answers('chat.say', message('m1'));
    expect(wire.asked('chat.say')[0]?.params.reply_to).toBe('m0');
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ text: 'one', space: 's' }), { id: 'm1' }, 1);
  });

  it('lets a line go that waits for a teacher, and tells so', async () => {
    const heard = vi.fn();
    outbox.onTaken(heard);
    const wire = live();
    for (const text of ['one', 'two']) outbox.say('s', 'room', text, null);
    await wire.answers('chat.say', { waiting: { id: 'w1', kind: 'waiting' }, seq: 7 });
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ text: 'one' }), { id: 'w1', kind: 'waiting' }, 7);
    expect(texts()).toEqual(['two']);
    expect(said(wire)).toEqual(['one', 'two']);
  });
});

describe('a reload', () => {
  it('keeps what was not sent, with its key and in its order', async () => {
    for (const text of ['one', 'two']) outbox.say('s', 'room', text, null);
    const keys = outbox.lines.map((line) => line.key);
    const after = new Outbox();
    after.of(pia);
    expect(after.lines.map((line) => line.key)).toEqual(keys);
    after.of(null);
  });

  it('does not send by itself what is older than the server remembers keys', () => {
    outbox.say('s', 'room', 'old', null);
    vi.setSystemTime(Date.now() + 30 * 86_400_000);
    outbox.of(pia);
    expect(outbox.lines[0]?.refused?.code).toBe('stale');
  });
});

describe('a refused line', () => {
  it('stays with its reason and lets the others pass', async () => {
    const wire = live();
    for (const text of ['bad', 'good']) outbox.say('s', 'room', text, null);
    await wire.refuses('chat.say', 'not_allowed', { why: [{ code: 'closed', args: {}, text: 'It is closed.' }] });
    expect(said(wire)).toEqual(['bad', 'good']);
    await wire.answers('chat.say', message('m1'));
    expect(outbox.lines).toMatchObject([{ text: 'bad', refused: { code: 'not_allowed', why: [{ text: 'It is closed.' }] } }]);
  });

  it('is a new line when tried again', async () => {
    const wire = live();
    outbox.say('s', 'room', 'bad', null);
    await wire.refuses('chat.say', 'not_allowed');
    outbox.again(outbox.lines[0]!.key);
    const [first, second] = wire.asked('chat.say');
    expect(second?.params.text).toBe('bad');
    expect(second?.params.key).not.toBe(first?.params.key);
  });

  it('is not what passes by itself: that is tried again in its place', async () => {
    const wire = live();
    for (const text of ['one', 'two']) outbox.say('s', 'room', text, null);
    await wire.refuses('chat.say', 'unavailable', { retry_after: 1 });
    expect(said(wire)).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(1100);
    expect(said(wire)).toEqual(['one', 'one']);
    expect(texts()).toEqual(['one', 'two']);
  });
});

describe('shared computers', () => {
  it('never shows the lines of another person', () => {
    outbox.say('s', 'room', 'by pia', null);
    outbox.of(milo);
    expect(outbox.lines).toEqual([]);
    outbox.of(pia);
    expect(texts()).toEqual(['by pia']);
  });

  it('has forgotten everything after signing out', () => {
    outbox.say('s', 'room', 'by pia', null);
    forgetPerson('pia');
    outbox.of(pia);
    expect(outbox.lines).toEqual([]);
    expect(JSON.stringify({ ...localStorage })).not.toContain('by pia');
  });
});

it('knows the line on its way when its message comes first', async () => {
  const wire = live();
  outbox.say('s', 'room', 'hoi', null);
  outbox.arrived('room', 'hoi');
  expect(outbox.inPlace('room')).toEqual([]);
  await wire.answers('chat.say', message('m1'));
  expect(outbox.lines).toEqual([]);
});
