// Who sits here: what one person has unsent is neither shown to the next nor sent in their name.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeSocket, installFakeSocket } from '../wire/fake-socket';
import { socket } from '../wire/socket';
import { draftFor, EMPTY, keepDraft } from './drafts';
import { outbox } from './outbox.svelte';
import { session } from './session.svelte';

const person = (id: string) => ({ person: { id, name: id, desk: `desk-${id}` } });
let answers: Record<string, [status: number, body: unknown]>;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  installFakeSocket();
  answers = { 'people.sign_out': [200, {}], 'installation.about': [200, { signed_in: false }] };
  vi.stubGlobal('fetch', (address: string) => {
    const [status, body] = answers[address.replace('/api/', '')] ?? [404, { code: 'unknown_method' }];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});
afterEach(async () => {
  await session.signOut();
  socket.close();
  vi.useRealTimers();
});

async function signIn(id: string): Promise<FakeSocket> {
  answers['people.sign_in'] = [200, person(id)];
  await session.signIn(id, 'secret');
  FakeSocket.last.opens();
  return FakeSocket.last;
}

it('knows that nobody is signed in', async () => {
  expect(await session.load()).toBeNull();
  expect(session.loaded).toBe(true);
});

it('listens to the desk of whoever signs in', async () => {
  expect((await signIn('pia')).asked('space.listen')[0]?.params).toEqual({ space: 'desk-pia' });
});

it('asks to sign in again and goes on with what was on its way', async () => {
  const wire = await signIn('pia');
  outbox.say('s', 'room', 'hoi', null);
  wire.ends(4001);
  expect(session.expired).toBe(true);
  expect(session.me?.id).toBe('pia');
  const again = await signIn('pia');
  expect(session.expired).toBe(false);
  expect(again.asked('chat.say').map((frame) => frame.params.text)).toEqual(['hoi']);
});

it('sends nothing in the name of another person who signs in', async () => {
  const wire = await signIn('pia');
  outbox.say('s', 'room', 'by pia', null);
  const edit = socket.command('chat.edit', { text: 'by pia' }).catch((error: unknown) => error);
  wire.ends(4001);
  const other = await signIn('milo');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(other.sent.filter((frame) => JSON.stringify(frame).includes('by pia'))).toEqual([]);
  expect(outbox.lines).toEqual([]);
  expect(await edit).toMatchObject({ code: 'offline' });
});

it('leaves nothing of a person behind who signs out', async () => {
  await signIn('pia');
  keepDraft('pia', 'room', { ...EMPTY, text: 'a secret' });
  outbox.say('s', 'room', 'a secret too', null);
  expect(session.unsent).toBe(1);
  await session.signOut();
  expect(JSON.stringify({ ...localStorage })).not.toContain('secret');
  expect(draftFor('pia', 'room')).toEqual(EMPTY);
  expect(session.unsent).toBe(0);
});
