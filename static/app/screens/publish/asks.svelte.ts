// Which window about publishing is asked for at this moment: a place's head, galleries and My team set it, the frame of the space draws the
// windows (Windows.svelte). Here too is what such heads and menus offer, and what needs no window.

import Eye from '@lucide/svelte/icons/eye';
import { explain } from '../../explain';
import type { Entry } from '../../parts/Menu.svelte';
import { toast } from '../../parts/toasts.svelte';
import { isStaff } from '../../space/order.svelte';
import type { Space } from '../../space/space.svelte';
import { call } from '../../wire/http';
import type { Member, Place } from '../../wire/shapes';
import { plain, t } from '../../words';

class Asks {
  /** The place that is to be published, or of which one wants to know how it is public. */
  place = $state.raw<string | null>(null);
  /** The picture of which somebody says who is in it. */
  who = $state.raw<{ place: string; file: string; name: string; then?: () => void } | null>(null);
  /** The member whose consent is kept. */
  consent = $state.raw<Member | null>(null);
  asked = $derived(this.place !== null || this.who !== null || this.consent !== null);
}

export const asks = new Asks();

const kinds = ['page', 'gallery', 'archive', 'folder'];

/** What this person can do about publishing a place, as far as its item says; the server decides. */
export function mayPublish(space: Space, place: Place): 'publish' | 'propose' | 'nothing' {
  const me = space.me;
  if (!me || !kinds.includes(place.type) || space.space?.closed_at) return 'nothing';
  const pupil = me.role === 'pupil';
  if (place.may.includes('publish')) return pupil ? 'propose' : 'publish';
  return !pupil && place.may.includes('add') ? 'propose' : 'nothing';
}

/** Who may close it to strangers: whoever may publish there, and the staff. */
export const mayTakeBack = (space: Space, place: Place) =>
  !!place.published && (place.may.includes('publish') || (!!space.me && isStaff(space.me)));

/** For a place's head: what opens the window, with its words; nothing for those who can't do anything about it. */
export function publishing(space: Space, place: Place): { text: string; public: boolean; act: () => void } | null {
  const act = () => (asks.place = place.id);
  if (place.published) return { text: t('publish-open-public'), public: true, act };
  const may = mayPublish(space, place);
  if (may === 'nothing') return null;
  return { text: t(may === 'publish' ? 'publish-open' : 'publish-propose-open'), public: false, act };
}

/** For the menu of a member: what may be shown of them, for those who keep it or may read it. */
export function consentOf(space: Space, member: Member): Entry[] {
  const me = space.me;
  const own = member.id === me?.id;
  if (!me || (!own && !isStaff(me))) return [];
  return [{ text: t('consent-open'), icon: Eye as Entry['icon'], onselect: () => (asks.consent = member) }];
}

export async function takeBack(place: string, title: string): Promise<boolean> {
  try {
    await call('publish.take_back', { place });
    toast(plain('publish-taken-back', { title }));
    return true;
  } catch (error) {
    const { text, reasons } = explain(error);
    toast([text, ...reasons].join(' '));
    return false;
  }
}

/** A path of the public site as a whole address, to be copied or printed. */
export const whole = (path: string) => `${location.origin}${path}`;
