// What is asked about order at this moment: a report about something, a time-out for somebody. Menus anywhere in a space set
// it, the frame of the space draws the two windows (Windows.svelte). Here too is what such menus offer.

import Flag from '@lucide/svelte/icons/flag';
import Hand from '@lucide/svelte/icons/hand';
import Hourglass from '@lucide/svelte/icons/hourglass';
import TimerOff from '@lucide/svelte/icons/timer-off';
import { explain } from '../../explain';
import type { Entry } from '../../parts/Menu.svelte';
import { toast } from '../../parts/toasts.svelte';
import { isStaff } from '../../space/order.svelte';
import type { Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import type { Member } from '../../wire/shapes';
import { socket } from '../../wire/socket';
import { plain, t } from '../../words';

/** What is reported: an item of a place, or a member (then the place is the space), with some words of it to know it by. */
export interface Reported {
  kind: string;
  place: string;
  item: string;
  by: string | null;
  words: string;
}

class Asks {
  report = $state.raw<Reported | null>(null);
  timeOut = $state.raw<Member | null>(null);
}

export const asks = new Asks();

/** For the menu of anything that somebody made: report it, and what the staff may do about its author. */
export function entriesAbout(space: Space, thing: Reported): Entry[] {
  if (thing.by === space.me?.id) return [];
  return [
    { text: t('order-report'), icon: Flag as Entry['icon'], bad: true, onselect: () => (asks.report = thing) },
    ...entriesFor(space, space.members.get(thing.by ?? '')),
  ];
}

/** For the menu of a person: report them, and what the staff may do. */
export function entriesOf(space: Space, member: Member): Entry[] {
  return entriesAbout(space, { kind: 'member', place: space.id, item: member.id, by: member.id, words: member.name });
}

/** What the staff may do about a pupil or guest; never about one of the staff. */
export function entriesFor(space: Space, member: Member | undefined): Entry[] {
  if (!space.order.staff || space.space?.closed_at || !member || member.left || isStaff(member)) return [];
  const quiet = space.order.quietOf(member.id);
  const held = space.order.isHeld(member.id);
  return [
    quiet
      ? { text: t('order-time-out-end'), icon: TimerOff as Entry['icon'], onselect: () => void endTimeOut(space, member) }
      : { text: t('order-time-out'), icon: Hourglass as Entry['icon'], onselect: () => (asks.timeOut = member) },
    ...(member.role === 'pupil'
      ? [
          {
            text: t(held ? 'order-free' : 'order-hold'),
            icon: Hand as Entry['icon'],
            onselect: () => void hold(space, member, !held),
          },
        ]
      : []),
  ];
}

/** Throws what the server says against it: the window that asked shows it. */
export async function giveTimeOut(space: Space, member: Member, minutes: number, reason: string): Promise<void> {
  await socket.command('order.time_out', { space: space.id, person: member.id, minutes, reason });
  toast(plain('order-timed-out', { name: member.name, minutes }), { undo: () => void endTimeOut(space, member) });
}

export async function endTimeOut(space: Space, member: Member): Promise<void> {
  if (await act('order.end_time_out', { space: space.id, person: member.id })) toast(plain('order-time-out-ended', { name: member.name }));
}

export async function hold(space: Space, member: Member, on: boolean): Promise<void> {
  if (!(await act('order.hold', { space: space.id, person: member.id, on }))) return;
  toast(plain(on ? 'order-held-now' : 'order-freed-now', { name: member.name }), { undo: () => void hold(space, member, !on) });
}

/** A command that needs no window: what goes wrong is told in a note. */
export async function act(method: string, params: Record<string, unknown>): Promise<boolean> {
  try {
    await socket.command(method, params);
    return true;
  } catch (error) {
    const { text, reasons } = explain(error);
    // Signed out meanwhile: the window over the screen says so already.
    if ((error as WireError).code !== 'signed_out') toast([text, ...reasons].join(' '));
    return false;
  }
}
