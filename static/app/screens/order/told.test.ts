// Where something reported or waiting stands, and how long a time-out still lasts.

import { describe, expect, it } from 'vitest';
import type { Space } from '../../space/space.svelte';
import { minutesLeft, placeOf, wayTo } from './told';

const places = new Map([
  ['room', { id: 'room', type: 'chat' }],
  ['post', { id: 'post', type: 'mailbox' }],
]);
const space = { id: 's', places } as unknown as Space;

describe('minutesLeft', () => {
  const at = Date.parse('2026-11-22T10:00:00Z');

  it('never says more than was given, and never none', () => {
    expect(minutesLeft('2026-11-22T10:10:00Z', at)).toBe(10);
    expect(minutesLeft('2026-11-22T10:10:30Z', at)).toBe(10);
    expect(minutesLeft('2026-11-22T10:00:20Z', at)).toBe(1);
  });
});

describe('the way to something', () => {
  it('leads to the item in its place', () => {
    expect(wayTo(space, { place: 'room', item_kind: 'message', item: 'm' })).toBe('/s/s/p/room/m/m');
  });

  it('leads to the team for a member', () => {
    expect(wayTo(space, { place: 's', item_kind: 'member', item: 'pia' })).toBe('/s/s/team');
  });

  it('is none where one may not go', () => {
    expect(wayTo(space, { place: 'teachers', item_kind: 'message', item: 'm' })).toBeNull();
  });

  it('finds the mailbox for a letter that waits, whose command names only the space', () => {
    expect(placeOf(space, 's')).toBe('post');
  });
});
