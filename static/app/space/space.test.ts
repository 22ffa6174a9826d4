// The reducer: state + events = fresh state, and what one may no longer see is gone.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket, installFakeSocket } from '../wire/fake-socket';
import type { Item, Listened, Member, Message, Place, RoomGate, WireEvent } from '../wire/shapes';
import { socket } from '../wire/socket';
import { flush } from './gather';
import { Space } from './space.svelte';

const member = (id: string, school: string, more: Partial<Member> = {}): Member => ({
  kind: 'member',
  id,
  name: id,
  role: 'pupil',
  administrator: false,
  school,
  left: false,
  adult: false,
  ...more,
});
const place = (id: string, parent: string | null, more: Partial<Place> = {}): Place => ({
  kind: 'place',
  id,
  parent,
  type: 'chat',
  title: id,
  own_table: false,
  may: ['read', 'add'],
  author: 'alice',
  description: '',
  icon: '',
  ...more,
});
const said = (seq: number, author = 'milo', more: Partial<Message> = {}): Message => ({
  kind: 'message',
  id: `m${seq}`,
  place: 'room',
  seq,
  at: new Date(seq * 1000).toISOString(),
  author,
  text: `line ${seq}`,
  reply_to: null,
  edited_at: null,
  state: 'said',
  reason: null,
  reactions: [],
  ...more,
});
const listened = (more: Partial<Listened> = {}): Listened => ({
  fresh: true,
  seq: 10,
  bookmark: 'b10',
  space: { kind: 'space', id: 's', name: 'Two rivers', description: '', closed_at: null, schools: [], months: 12, ends_at: null },
  me: member('pia', 'gent'),
  places: [place('s', null, { type: 'space' }), place('room', 's'), place('inner', 'room')],
  members: [member('pia', 'gent'), member('milo', 'batumi')],
  unread: { room: { count: 1, mark: 9 } },
  here: {},
  more: false,
  ...more,
});
const event = (seq: number, put: Item[], more: Partial<WireEvent> = {}): WireEvent => ({
  space: 's',
  event: 'chat.said',
  seq,
  bookmark: `b${seq}`,
  place: 'room',
  by: 'milo',
  put,
  gone: [],
  ...more,
});
const opened = (items: Message[], seq = 10, more = false) => ({
  place: place('room', 's'),
  items,
  also: [],
  originals: [],
  mark: 9,
  here: ['milo'],
  more,
  seq,
  bookmark: `b${seq}`,
});

let space: Space;
let wire: FakeSocket;

async function listen(answer = listened()): Promise<void> {
  await wire.answers('space.listen', answer);
}
async function openRoom(items = [said(9), said(10)], seq = 10, more = false) {
  const window = space.openPlace('room');
  await wire.answers('place.open', opened(items, seq, more));
  return window;
}
const ids = (messages: readonly Message[]) => messages.map((one) => one.id);

beforeEach(() => {
  vi.useFakeTimers();
  installFakeSocket();
  socket.connect();
  wire = FakeSocket.last;
  wire.opens();
  space = new Space('s');
});
afterEach(() => {
  space.close();
  socket.close();
  vi.useRealTimers();
});

describe('gates and rules', () => {
  const gate = (state: 'before' | 'open' | 'policy'): RoomGate => ({
    kind: 'gate',
    id: 'room',
    opens_at: null,
    closes_at: null,
    hours: null,
    teachers: 'none',
    state,
    missing: [],
  });
  const policies = (pupils_pair: boolean) => ({ kind: 'policies', id: 's', pupils_pair, pupils_book: false, teachers: 'each' }) as const;

  it('stay as the newest event told them, whenever an answer comes', async () => {
    await listen();
    space.openPlace('room');
    wire.says({ jsonrpc: '2.0', method: 'event', params: event(12, [gate('policy')], { event: 'gate.set' }) });
    flush();
    await wire.answers('place.open', { ...opened([], 11), gate: gate('before') });
    expect(space.gates.get('room')?.state).toBe('policy');
    wire.says({ jsonrpc: '2.0', method: 'event', params: event(13, [], { event: 'gate.set', gone: [{ kind: 'gate', id: 'room' }] }) });
    flush();
    expect(space.gates.has('room')).toBe(false);
  });

  it('are asked for again when an event came while they were asked for', async () => {
    await listen();
    wire.says({ jsonrpc: '2.0', method: 'event', params: event(11, [policies(true)], { event: 'space.policies_set' }) });
    flush();
    await wire.answers('space.policies', policies(false));
    await wire.answers('school.hours', { hours: [], seq: 10 });
    expect(space.rules.policies?.pupils_pair).toBe(true);
    await wire.answers('space.policies', policies(true));
    await wire.answers('school.hours', { hours: [{ kind: 'school_hours', id: 'gent', week: [] }], seq: 11 });
    expect([space.rules.status, space.rules.policies?.pupils_pair, space.rules.hours.has('gent')]).toEqual(['ready', true, true]);
  });
});

describe('listening', () => {
  it('shows the tree without the root', async () => {
    expect(space.status).toBe('loading');
    await listen();
    expect(space.status).toBe('live');
    expect(space.tree()).toMatchObject([{ place: { id: 'room' }, branches: [{ place: { id: 'inner' }, branches: [] }] }]);
    expect(space.me?.id).toBe('pia');
  });

  it('comes back with the bookmark of the newest event and keeps what it has', async () => {
    await listen();
    const window = await openRoom();
    wire.says({ jsonrpc: '2.0', method: 'event', params: event(11, [said(11)]) });
    wire.ends(1006);
    expect(space.status).toBe('offline');
    await vi.advanceTimersByTimeAsync(1000);
    wire = FakeSocket.last;
    wire.opens();
    expect(wire.asked('space.listen')[0]?.params.bookmark).toBe('b11');
    await wire.answers('space.listen', { fresh: false, seq: 12, bookmark: 'b12' });
    expect(wire.asked('place.open')).toEqual([]);
    expect(wire.asked('presence.enter')).toEqual([]);
    expect(ids(window.messages)).toEqual(['m9', 'm10', 'm11']);
    expect(space.status).toBe('live');
  });

  it('loads open windows anew when the server starts afresh', async () => {
    await listen();
    const window = await openRoom();
    wire.ends(1006);
    await vi.advanceTimersByTimeAsync(1000);
    wire = FakeSocket.last;
    wire.opens();
    await listen(listened({ seq: 20, bookmark: 'b20', members: [member('pia', 'gent')] }));
    await wire.answers('place.open', opened([said(19)], 20));
    expect(ids(window.messages)).toEqual(['m19']);
    expect([...space.members.keys()]).toEqual(['pia']);
  });

  it('is lost where the server knows no such space', async () => {
    await wire.refuses('space.listen', 'not_found');
    expect(space.status).toBe('lost');
  });

  it('is tried again where the server only has no time now', async () => {
    await wire.refuses('space.listen', 'unavailable', { retry_after: 1 });
    expect(space.status).toBe('loading');
    await vi.advanceTimersByTimeAsync(1100);
    await listen();
    expect(space.status).toBe('live');
    await vi.advanceTimersByTimeAsync(5000);
    expect(wire.asked('space.listen')).toHaveLength(2);
  });

  it('is not tried twice when the connection came back meanwhile', async () => {
    await wire.refuses('space.listen', 'unavailable', { retry_after: 10 });
    wire.ends(1006);
    await vi.advanceTimersByTimeAsync(5_000);
    wire = FakeSocket.last;
    wire.opens();
    await listen();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wire.asked('space.listen')).toHaveLength(1);
  });
});

describe('events', () => {
  beforeEach(() => listen());

  it('puts and takes away whole items, whatever the event is called', () => {
    space.apply(event(11, [member('jef', 'gent'), place('new', 's')], { event: 'something.new' }));
    expect(space.members.get('jef')).toBeDefined();
    expect(space.places.get('new')).toBeDefined();
    space.apply(event(12, [], { gone: [{ kind: 'place', id: 'new' }] }));
    expect(space.places.has('new')).toBe(false);
  });

  it('ignores what is not newer than its snapshot', () => {
    space.apply(event(10, [place('room', 's', { title: 'old name' })]));
    expect(space.places.get('room')?.title).toBe('room');
  });

  it('counts what others say as unread, once, until it is read anywhere', () => {
    space.apply(event(11, [said(11)]));
    space.apply(event(11, [said(11)]));
    space.apply(event(12, [said(12, 'pia')]));
    expect(space.unreadOf('room')).toBe(2);
    space.apply(event(13, [said(11, 'milo', { text: 'changed' })], { event: 'chat.edited' }));
    expect(space.unreadOf('room')).toBe(2);
    space.mark({ kind: 'mark', id: 'room', space: 's', seq: 12 });
    expect(space.unreadOf('room')).toBe(0);
  });

  it('counts each message once when a replay names them late and in another order', () => {
    space.apply(event(12, [said(12)]));
    space.apply(event(13, [said(11, 'milo', { reactions: [{ emoji: '👍', by: ['jef'] }] })], { event: 'chat.reacted' }));
    space.apply(event(14, [said(7)], { event: 'chat.edited' }));
    expect(space.unreadOf('room')).toBe(3);
    space.mark({ kind: 'mark', id: 'room', space: 's', seq: 11 });
    expect(space.unread.get('room')).toEqual({ count: 1, mark: 11 });
  });

  it('deletes everything of a place that is lost', async () => {
    const window = await openRoom();
    space.apply({ space: 's', event: 'place.lost', seq: 11, place: 'room' });
    expect(window.messages).toEqual([]);
    expect(window.status).toBe('lost');
    expect(space.places.has('room')).toBe(false);
    expect(space.tree()).toEqual([]);
  });

  it('loads an open room when it is found again', async () => {
    const window = await openRoom();
    space.apply({ space: 's', event: 'place.lost', seq: 11, place: 'room' });
    space.apply({ space: 's', event: 'place.found', seq: 12, place: 'room', item: place('room', 's', { may: ['read'] }) });
    await wire.answers('place.open', opened([said(12)], 12));
    expect(window.status).toBe('ready');
    expect(ids(window.messages)).toEqual(['m12']);
  });

  it('ends with space.lost', async () => {
    const window = await openRoom();
    space.apply({ space: 's', event: 'space.lost', seq: 11 });
    space.apply(event(12, [said(12)]));
    expect(space.status).toBe('lost');
    expect([space.members.size, space.places.size, window.messages.length]).toEqual([0, 0, 0]);
  });

  it('are gathered until the next frame', async () => {
    wire.says({ jsonrpc: '2.0', method: 'event', params: event(11, [member('jef', 'gent')]) });
    expect(space.members.has('jef')).toBe(false);
    flush();
    expect(space.members.has('jef')).toBe(true);
  });
});

describe('a window on a chat', () => {
  beforeEach(() => listen());

  it('adds, changes and removes messages in the order of their numbers', async () => {
    const window = await openRoom();
    space.apply(event(12, [said(12)]));
    space.apply(event(13, [said(12, 'milo', { text: '', state: 'withdrawn' })], { event: 'chat.withdrawn' }));
    space.apply(event(14, [said(11)]));
    expect(ids(window.messages)).toEqual(['m9', 'm10', 'm11', 'm12']);
    expect(window.messages.at(-1)?.state).toBe('withdrawn');
    space.apply(event(15, [], { gone: [{ kind: 'message', id: 'm9' }] }));
    expect(ids(window.messages)).toEqual(['m10', 'm11', 'm12']);
  });

  it('never goes back to an older form of a message', async () => {
    const window = await openRoom();
    space.apply(event(12, [said(10, 'milo', { text: 'newer' })]));
    space.apply(event(11, [said(10, 'milo', { text: 'older' })]));
    expect(window.messages.at(-1)?.text).toBe('newer');
  });

  it('applies what happened while a page was on its way', async () => {
    const window = await openRoom(undefined, 10, true);
    void window.loadOlder();
    space.apply(event(11, [said(8, 'milo', { text: '', state: 'hidden' })], { event: 'chat.hidden' }));
    await wire.answers('chat.history', { messages: [said(7), said(8)], also: [], originals: [], more: false });
    expect(ids(window.messages)).toEqual(['m7', 'm8', 'm9', 'm10']);
    expect(window.messages[1]?.state).toBe('hidden');
    expect(window.more).toBe(false);
  });

  it('does not mix the newest into an old stretch, and joins up again', async () => {
    const window = await openRoom([said(9), said(10)], 10, true);
    void window.goTo('m3');
    await wire.answers('chat.history', { messages: [said(2), said(3)], also: [], originals: [], more: true });
    space.apply(event(11, [said(11)]));
    expect(ids(window.messages)).toEqual(['m2', 'm3']);
    expect(window.newest).toBeUndefined();
    void window.loadNewer();
    space.apply(event(12, [said(12)]));
    await wire.answers('chat.history', { messages: [said(4), said(11)], also: [], originals: [], more: false });
    expect(ids(window.messages)).toEqual(['m2', 'm3', 'm4', 'm11', 'm12']);
    expect(window.newest?.id).toBe('m12');
  });

  it('makes an older page void when everything is loaded anew', async () => {
    const window = await openRoom([said(9), said(10)], 10, true);
    void window.loadOlder();
    void window.load();
    await wire.answers('place.open', opened([said(99)], 99, true));
    await wire.answers('chat.history', { messages: [said(8)], also: [], originals: [], more: true });
    expect(ids(window.messages)).toEqual(['m99']);
  });

  it('marks the first message of others after what was read', async () => {
    const window = await openRoom([said(9), said(10, 'pia'), said(11), said(12)], 12);
    expect(window.newFrom).toBe('m11');
  });

  it('goes back to where one had read, to show where the new ones begin', async () => {
    const window = space.openPlace('room');
    await wire.answers('place.open', opened([said(12), said(13)], 13, true));
    await wire.answers('chat.history', { messages: [said(9), said(10)], also: [], originals: [], more: true });
    expect(ids(window.messages)).toEqual(['m9', 'm10', 'm12', 'm13']);
    expect(window.newFrom).toBe('m10');
    expect(window.status).toBe('ready');
  });

  it('says what was seen at most once a second, and only what is new', async () => {
    const window = await openRoom([said(9), said(10), said(11)], 11);
    for (const seq of [10, 11]) window.seen(seq);
    await vi.advanceTimersByTimeAsync(1100);
    expect(wire.asked('place.read').map((frame) => frame.params.seq)).toEqual([11]);
    await wire.answers('place.read', { mark: { kind: 'mark', id: 'room', space: 's', seq: 11 } });
    window.seen(11);
    await vi.advanceTimersByTimeAsync(1100);
    expect(wire.asked('place.read')).toHaveLength(1);
    expect(space.unreadOf('room')).toBe(0);
  });

  it('shows who is typing for four seconds or until they say it', async () => {
    const window = await openRoom();
    const typing = (by: string) => space.apply({ space: 's', event: 'presence.typing', place: 'room', by });
    typing('milo');
    typing('jef');
    space.apply(event(11, [said(11, 'milo')]));
    expect([...window.typing.keys()]).toEqual(['jef']);
    await vi.advanceTimersByTimeAsync(4100);
    expect(window.typing.size).toBe(0);
  });

  it('holds the newest 200 while one is at the end', async () => {
    const window = await openRoom([]);
    for (let seq = 11; seq <= 400; seq++) space.apply(event(seq, [said(seq)]));
    expect(window.messages.length).toBeLessThanOrEqual(250);
    expect(window.messages.at(-1)?.seq).toBe(400);
    expect(window.more).toBe(true);
  });
});
