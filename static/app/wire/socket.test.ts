// The socket: comes back, sends again what is unanswered, notices a dead line, and knows when to stop.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from './fake-socket';
import { PAUSES, Socket } from './socket';

let signedIn: boolean;
let socket: Socket;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  signedIn = true;
  socket = new Socket({
    open: () => new FakeSocket() as unknown as WebSocket,
    url: () => 'ws://here/live',
    random: () => 1,
    signedIn: () => Promise.resolve(signedIn),
  });
});
afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

function live(): FakeSocket {
  socket.connect();
  FakeSocket.last.opens();
  return FakeSocket.last;
}

const quietly = (call: Promise<unknown>) => void call.catch(() => {});

describe('calls', () => {
  it('gives the answer to the call with the same id', async () => {
    const wire = live();
    const [one, two] = [socket.call('people.me'), socket.call('spaces.mine')];
    await wire.answers('spaces.mine', { spaces: [] });
    await wire.answers('people.me', { person: { id: 'pia' } });
    expect(await one).toEqual({ person: { id: 'pia' } });
    expect(await two).toEqual({ spaces: [] });
  });

  it('throws the error with code, reasons and path', async () => {
    const wire = live();
    const call = socket.call('chat.say', {}).catch((error: unknown) => error);
    await wire.refuses('chat.say', 'not_allowed', { why: [{ code: 'closed', args: {}, text: 'It is closed.' }] });
    expect(await call).toMatchObject({ code: 'not_allowed', message: 'no: not_allowed', why: [{ code: 'closed' }] });
  });

  it('fails what is not kept when the connection ends', async () => {
    const wire = live();
    const call = socket.call('space.listen').catch((error: unknown) => error);
    wire.ends(1006);
    expect(await call).toMatchObject({ code: 'offline' });
  });

  it('sends a command again with the same key, after those who listen have spoken', async () => {
    const wire = live();
    socket.onLive(() => quietly(socket.call('space.listen')));
    const said = socket.command('chat.say', { text: 'Hoi' });
    wire.ends(1006);
    await vi.advanceTimersByTimeAsync(PAUSES.first);
    FakeSocket.last.opens();
    expect(FakeSocket.last.sent.map((frame) => frame.method)).toEqual(['space.listen', 'chat.say']);
    expect(FakeSocket.last.asked('chat.say')[0]?.params).toEqual(wire.asked('chat.say')[0]?.params);
    await FakeSocket.last.answers('chat.say', { seq: 7 });
    expect(await said).toEqual({ seq: 7 });
  });

  it('waits as long as it is told when that was too often', async () => {
    const wire = live();
    quietly(socket.command('chat.say'));
    await wire.refuses('chat.say', 'too_many', { retry_after: 2 });
    await vi.advanceTimersByTimeAsync(1900);
    expect(wire.asked('chat.say')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(wire.asked('chat.say')).toHaveLength(2);
  });

  it('drops signals while there is nobody to hear them', () => {
    socket.signal('presence.typing');
    expect(live().sent).toEqual([]);
  });
});

describe('events', () => {
  it('hands on single ones and batches', () => {
    const heard: string[] = [];
    socket.onEvents((events) => heard.push(...events.map((event) => event.event)));
    const event = (name: string) => ({ jsonrpc: '2.0', method: 'event', params: { space: 's', event: name } });
    live().says(event('chat.said'), [event('chat.edited'), event('chat.hidden')]);
    expect(heard).toEqual(['chat.said', 'chat.edited', 'chat.hidden']);
  });
});

describe('coming back', () => {
  it('waits longer each time, up to a limit', async () => {
    socket.connect();
    for (const pause of [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]) {
      FakeSocket.last.ends(1006);
      const before = FakeSocket.all.length;
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(FakeSocket.all).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSocket.all).toHaveLength(before + 1);
    }
  });

  it.each([1006, 1012, 4008])('comes back after %i', async (code) => {
    live().ends(code);
    expect(socket.state).toBe('offline');
    await vi.advanceTimersByTimeAsync(PAUSES.first + PAUSES.restart);
    expect(FakeSocket.all).toHaveLength(2);
    expect(socket.state).toBe('connecting');
  });

  it('hurries when the network is back', () => {
    live().ends(1006);
    socket.hurry();
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('stays away after 4001 and says so', async () => {
    const out = vi.fn();
    socket.onSignedOut(out);
    live().ends(4001);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(out).toHaveBeenCalledOnce();
    expect(FakeSocket.all).toHaveLength(1);
  });

  it('asks whether the session is good when a handshake fails', async () => {
    const out = vi.fn();
    socket.onSignedOut(out);
    signedIn = false;
    socket.connect();
    FakeSocket.last.ends(1006);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(out).toHaveBeenCalledOnce();
    expect(FakeSocket.all).toHaveLength(1);
  });

  it('keeps commands over signing in again', async () => {
    const wire = live();
    quietly(socket.command('chat.edit', { text: 'better' }));
    wire.ends(4001);
    live();
    expect(FakeSocket.last.asked('chat.edit')).toHaveLength(1);
  });

  it('sleeps after 4003 until it is needed', async () => {
    live().ends(4003);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    quietly(socket.ask('spaces.mine'));
    expect(FakeSocket.all).toHaveLength(2);
  });
});

describe('a line that died without a word', () => {
  it('is noticed by silence and an unanswered question', async () => {
    const wire = live();
    await vi.advanceTimersByTimeAsync(PAUSES.silence + 2 * PAUSES.look);
    expect(wire.asked('people.me')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(PAUSES.answer + 2 * PAUSES.look + PAUSES.first);
    expect(wire.closed).toBe(true);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
  });

  it('is noticed soon when the browser says that the network changed', async () => {
    live();
    await vi.advanceTimersByTimeAsync(2000);
    socket.hurry();
    await vi.advanceTimersByTimeAsync(PAUSES.hint + 100);
    expect(socket.state).toBe('offline');
  });

  it('is not suspected while the answers come', async () => {
    const wire = live();
    for (let round = 0; round < 4; round++) {
      await vi.advanceTimersByTimeAsync(PAUSES.silence + 2 * PAUSES.look);
      await wire.answers('people.me', {});
    }
    expect(FakeSocket.all).toHaveLength(1);
    expect(socket.state).toBe('live');
  });
});
