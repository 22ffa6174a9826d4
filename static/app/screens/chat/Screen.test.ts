// The chat as a person meets it: reads, writes, loses the connection, and may not write.

import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../../space/session.svelte';
import { openSpace } from '../../space/space.svelte';
import { FakeSocket, installFakeSocket } from '../../wire/fake-socket';
import type { May, Message } from '../../wire/shapes';
import { speak } from '../../words';
import Screen from './Screen.svelte';

const school = (id: string, town: string, hue: string) => ({
  kind: 'school',
  id,
  name: town,
  town,
  country: 'BE',
  zone: 'UTC',
  hue,
});
const member = (id: string, name: string, of: string, role = 'pupil') => ({
  ...{ kind: 'member', id, name, role, administrator: false, school: of, left: false, adult: role === 'teacher' },
});
const place = (may: May[]) => ({
  kind: 'place',
  id: 'room',
  parent: 's',
  type: 'chat',
  title: 'Our rivers',
  own_table: false,
  may,
});
const said = (seq: number, author: string, text: string, more: Partial<Message> = {}) => ({
  ...{ kind: 'message', id: `m${seq}`, place: 'room', seq, at: `2026-11-21T10:0${seq}:00.000Z`, author, text },
  ...{ reply_to: null, edited_at: null, state: 'said', reason: null, reactions: [], ...more },
});
const event = (seq: number, put: unknown[]) => ({
  jsonrpc: '2.0',
  method: 'event',
  params: { space: 's', event: 'chat.said', seq, bookmark: `b${seq}`, place: 'room', by: 'milo', put, gone: [] },
});

let wire: FakeSocket;

beforeEach(async () => {
  vi.useFakeTimers();
  localStorage.clear();
  installFakeSocket();
  await speak('en');
  vi.stubGlobal('fetch', (address: string) => {
    const me = { id: 'pia', name: 'Pia', username: 'pia', language: 'en', zone: 'UTC', adult: false, operator: false, desk: 'd' };
    return Promise.resolve(new Response(JSON.stringify(address.endsWith('sign_out') ? {} : { person: me })));
  });
  await session.signIn('pia', 'secret');
  wire = FakeSocket.last;
  wire.opens();
});
afterEach(async () => {
  await session.signOut();
  vi.useRealTimers();
});

async function openRoom(messages: unknown[], may: May[] = ['read', 'add']) {
  const space = openSpace('s');
  await wire.answers('space.listen', { fresh: true, seq: 1, bookmark: 'd1' }); // the desk listens first
  await wire.answers('space.listen', {
    ...{
      fresh: true,
      seq: 5,
      bookmark: 'b5',
      me: member('pia', 'Pia', 'gent'),
      places: [place(may)],
      unread: {},
      here: {},
      more: false,
    },
    space: {
      ...{ kind: 'space', id: 's', name: 'Rivers', description: '', closed_at: null },
      schools: [school('gent', 'Gent', 'lagoon'), school('batumi', 'Batumi', 'marigold')],
    },
    members: [member('pia', 'Pia', 'gent'), member('milo', 'Milo', 'batumi'), member('bob', 'Bob', 'batumi', 'teacher')],
  });
  const view = render(Screen, { space, place: 'room' });
  await wire.answers('place.open', {
    ...{
      place: place(may),
      items: messages,
      also: [],
      originals: [],
      mark: 9,
      here: ['pia', 'milo'],
      more: false,
      seq: 5,
      bookmark: 'b5',
    },
  });
  await tick();
  return view;
}
const log = () => within(screen.getByRole('log'));
const composer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write a message' });

async function write(text: string) {
  await fireEvent.input(composer(), { target: { value: text } });
  await fireEvent.keyDown(composer(), { key: 'Enter' });
}

describe('reading', () => {
  it('puts my school on the end side and the partner on the start side', async () => {
    await openRoom([said(1, 'pia', 'Hoi'), said(2, 'milo', 'Hello')]);
    expect(screen.getByText('Hoi').closest('li')).toHaveProperty('className', expect.stringMatching(/hue-lagoon end.* mine/));
    expect(screen.getByText('Hello').closest('li')).toHaveProperty('className', expect.stringMatching(/hue-marigold start/));
  });

  it('never reads what is typed as HTML', async () => {
    await openRoom([said(1, 'milo', '<img src=x onerror=alert(1)> https://example.org')]);
    expect(log().queryByRole('img')).toBeNull();
    expect(log().getByRole('link')).toHaveProperty('rel', 'noopener noreferrer nofollow');
  });

  it('leaves a trace of what was withdrawn or hidden', async () => {
    await openRoom([said(1, 'milo', '', { state: 'withdrawn' }), said(2, 'milo', '', { state: 'hidden', reason: 'Be kind' })]);
    expect(log().getByText('This message was withdrawn.')).toBeTruthy();
    expect(log().getByText(/Be kind/)).toBeTruthy();
  });

  it('tells those who listen about new messages, and counts many', async () => {
    await openRoom([said(1, 'milo', 'old')]);
    wire.says(event(6, [said(6, 'milo', 'Good news')]));
    await vi.advanceTimersByTimeAsync(700);
    expect(screen.getByText(/Milo.*: .*Good news/)).toBeTruthy();
    wire.says(event(7, [said(7, 'milo', 'x')]), event(8, [said(8, 'bob', 'y')]));
    await vi.advanceTimersByTimeAsync(3000);
    expect(screen.getByText(/2.* new messages/, { selector: '[aria-live]' })).toBeTruthy();
  });

  it('invites where nothing was said', async () => {
    await openRoom([]);
    expect(screen.getByText('Say hello. Somebody on the other side will read it.')).toBeTruthy();
  });
});

describe('writing', () => {
  it('shows the line at once as waiting, then as a message, never both', async () => {
    await openRoom([]);
    await write('Hoi');
    expect(screen.getByText('Waiting')).toBeTruthy();
    const message = said(6, 'pia', 'Hoi');
    wire.says(event(6, [message]));
    await vi.advanceTimersByTimeAsync(300);
    expect(log().getAllByText('Hoi')).toHaveLength(1);
    await wire.answers('chat.say', { message, seq: 6 });
    expect(screen.queryByText('Waiting')).toBeNull();
    expect(log().getAllByText('Hoi')).toHaveLength(1);
    expect(composer().value).toBe('');
  });

  it('says why a line was refused and gives it back', async () => {
    await openRoom([]);
    await write('Hoi');
    await wire.refuses('chat.say', 'not_allowed', { why: [{ code: 'time_out', args: {}, text: 'A time-out until three.' }] });
    expect(screen.getByText('A time-out until three.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(composer().value).toBe('Hoi');
    expect(screen.queryByText('Not sent')).toBeNull();
  });

  it('keeps what is being written over a reload', async () => {
    const view = await openRoom([]);
    await fireEvent.input(composer(), { target: { value: 'half a sen' } });
    view.unmount();
    render(Screen, { space: openSpace('s'), place: 'room' });
    expect(composer().value).toBe('half a sen');
  });

  it('changes my last line with the up arrow, and Escape leaves it', async () => {
    await openRoom([said(1, 'pia', 'Helo'), said(2, 'milo', 'Hi')]);
    await fireEvent.keyDown(composer(), { key: 'ArrowUp' });
    expect(composer().value).toBe('Helo');
    await fireEvent.keyDown(composer(), { key: 'Escape' });
    expect(composer().value).toBe('');
    await fireEvent.keyDown(composer(), { key: 'ArrowUp' });
    await write('Hello');
    expect(wire.asked('chat.edit')[0]?.params).toMatchObject({ place: 'room', message: 'm1', text: 'Hello' });
    expect(wire.asked('chat.say')).toEqual([]);
  });

  it('does not send more than the server takes', async () => {
    await openRoom([]);
    await write('👍'.repeat(4001));
    expect(screen.getByText('One sign too many')).toBeTruthy();
    expect(wire.asked('chat.say')).toEqual([]);
  });

  it('says quietly that one is offline, but not for a moment only', async () => {
    await openRoom([]);
    wire.ends(1006);
    await tick();
    expect(screen.queryByText(/You are offline/)).toBeNull();
    await vi.advanceTimersByTimeAsync(1500);
    expect(screen.getByText(/You are offline/)).toBeTruthy();
    FakeSocket.last.opens();
    await FakeSocket.last.answers('space.listen', { fresh: true, seq: 1, bookmark: 'd1' });
    await FakeSocket.last.answers('space.listen', { fresh: false, seq: 5, bookmark: 'b5' });
    await tick();
    expect(screen.queryByText(/You are offline/)).toBeNull();
  });

  it('shows the reason where one may only read', async () => {
    await openRoom([said(1, 'bob', 'Read this')], ['read']);
    await wire.answers('rights.explain', {
      rights: { add: { allowed: false, why: [{ code: 'teachers_moderate', args: {} }] } },
    });
    expect(screen.getByText(/Teachers keep order/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('what is done with a message', () => {
  const open = async (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }));

  it('offers what I may do, and no more', async () => {
    await openRoom([said(1, 'milo', 'Hi'), said(2, 'pia', 'Hoi')]);
    await open(/Milo.*what to do/);
    const names = within(screen.getByRole('dialog', { name: /Milo/ }))
      .getAllByRole('button')
      .map((button) => button.textContent?.trim());
    expect(names).toEqual(expect.arrayContaining(['👍', 'Reply', 'Copy the text']));
    expect(names).not.toEqual(expect.arrayContaining(['Change']));
    expect(names).not.toEqual(expect.arrayContaining(['Hide']));
  });

  it('asks before withdrawing', async () => {
    await openRoom([said(1, 'pia', 'Hoi')]);
    await open(/Pia.*what to do/);
    await fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(wire.asked('chat.withdraw')).toEqual([]);
    await tick();
    const dialog = within(screen.getByRole('dialog', { name: 'Withdraw this message?' }));
    await fireEvent.submit(dialog.getByText(/Nobody can read it/).closest('form')!);
    expect(wire.asked('chat.withdraw')[0]?.params).toMatchObject({ place: 'room', message: 'm1' });
  });

  it('lets a teacher hide with a reason, never without', async () => {
    await openRoom([said(1, 'milo', 'Bad')], ['read', 'add', 'moderate']);
    await open(/Milo.*what to do/);
    await fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
    await tick();
    const reason = screen.getByRole('textbox', { name: 'Reason' });
    await fireEvent.submit(reason.closest('form')!);
    expect(wire.asked('chat.hide')).toEqual([]);
    await fireEvent.input(reason, { target: { value: 'Be kind' } });
    await fireEvent.submit(reason.closest('form')!);
    expect(wire.asked('chat.hide')[0]?.params).toMatchObject({ message: 'm1', reason: 'Be kind' });
  });

  it('takes my reaction back when I press it again', async () => {
    await openRoom([said(1, 'milo', 'Hi', { reactions: [{ emoji: '💛', by: ['pia'] }] })]);
    await fireEvent.click(screen.getByRole('button', { name: /💛 one person: Pia/ }));
    expect(wire.asked('chat.react')[0]?.params).toMatchObject({ message: 'm1', emoji: '💛', on: false });
  });
});
