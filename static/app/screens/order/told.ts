// What kinds of things, places, commands and moments are called on the screens of order. Pure words: nothing is sent here.

import { isStaff } from '../../space/order.svelte';
import type { Space } from '../../space/space.svelte';
import { to } from '../../router';
import { now } from '../../parts/now';
import { dateTime, plain, time, t, type WordId } from '../../words';

const KINDS = new Set(['message', 'note', 'post', 'letter', 'calendar_event', 'member']);
const METHODS = new Set([
  'chat.say', 'chat.edit', 'note.pin', 'note.edit', 'forum.start', 'forum.answer', 'forum.edit', 'letters.send', 'calendar.add',
  'calendar.change', 'session.answer',
]); // prettier-ignore

/** "a message", "a note": also for kinds that this app does not know yet. */
export const kindWords = (kind: string): string =>
  t((KINDS.has(kind) ? `order-kind-${kind.replaceAll('_', '-')}` : 'order-kind-other') as WordId);

/** What somebody wanted to do with words that wait. */
export const methodWords = (method: string): string =>
  t((METHODS.has(method) ? `order-wants-${method.replaceAll(/[._]/g, '-')}` : 'order-wants-other') as WordId);

export const nameOf = (space: Space, person: string | null): string => space.members.get(person ?? '')?.name ?? t('chat-somebody');

/** A moment as one reads it oneself; `clocks` has it on the clocks of all schools. */
export function moment(at: string, zone?: string): string {
  const today = new Date(at).toDateString() === new Date(now()).toDateString();
  return today ? time(at, zone) : dateTime(at, zone);
}

/** The same moment in all schools: "Gent 10:05 · Batumi 13:05". */
export function clocks(space: Space, at: string): string {
  return (space.space?.schools ?? []).map((school) => `${school.town} ${time(at, school.zone)}`).join(' · ');
}

/** Where something stands: the place, or for a letter that waits the mailbox, which its command does not name. */
export function placeOf(space: Space, place: string, kind = ''): string | undefined {
  if (kind === 'member') return undefined;
  if (place !== space.id) return space.places.has(place) ? place : undefined;
  return [...space.places.values()].find(({ type }) => type === 'mailbox')?.id;
}

/** The way to something reported; none where the reader may not go, or it is not there any more. */
export function wayTo(space: Space, report: { place: string; item_kind: string; item: string }): string | null {
  if (report.item_kind === 'member') return to.team(space.id);
  const place = placeOf(space, report.place, report.item_kind);
  return place ? to.place(space.id, place, report.item) : null;
}

/** Whole minutes that are left, at least one: what is said of a time-out that still lasts. */
export const minutesLeft = (until: string, at = now()): number => Math.max(1, Math.floor((Date.parse(until) - at) / 60_000));

/** "by the teachers of both schools", and who of them not. */
export function readersWords(space: Space, about: string | null): string {
  const schools = space.space?.schools.length ?? 0;
  const member = space.members.get(about ?? '');
  return member && isStaff(member) ? plain('order-readers-not', { schools, name: member.name }) : t('order-readers', { schools });
}
