// Which window about rights is asked for at this moment. Menus anywhere in a space set it, the frame of the space draws the windows
// (Windows.svelte). Here too is what such menus offer.

import Eye from '@lucide/svelte/icons/eye';
import KeyRound from '@lucide/svelte/icons/key-round';
import type { Entry } from '../../parts/Menu.svelte';
import { to } from '../../router';
import type { Space } from '../../space/space.svelte';
import type { Member, Role } from '../../wire/shapes';
import { t } from '../../words';
import { ofPerson, type Right } from './shapes';

/** Why may this person, or somebody of this role, do that there or not? */
export interface WhyAsked {
  place: string;
  person?: string;
  role?: Role;
  /** The cell it was asked at. */
  right?: Right;
}

class Asks {
  /** The place whose table is open. */
  table = $state.raw<string | null>(null);
  why = $state.raw<WhyAsked | null>(null);
  member = $state.raw<Member | null>(null);
  /** Boxes were ticked that have not been sent: no link leads away from them. */
  unsent = $state(false);
  /** Something is asked for: the windows are fetched then. */
  asked = $derived(this.table !== null || this.why !== null || this.member !== null);
}

export const asks = new Asks();

const governs = (space: Space) => !!space.me?.administrator;
/** Whoever may look at tables: administrators change them, teachers read them. */
export const looksAtTables = (space: Space) => governs(space) || space.me?.role === 'teacher';

/** For the menu of a member. */
export function rightsOf(space: Space, member: Member): Entry[] {
  if (member.left || !looksAtTables(space)) return [];
  return [
    { text: t('rights-member-menu'), icon: KeyRound as Entry['icon'], onselect: () => (asks.member = member) },
    ...(governs(space) && member.id !== space.me?.id
      ? [{ text: t('rights-see-as-menu'), icon: Eye as Entry['icon'], href: to.seeAs(space.id, ofPerson(member.id)) }]
      : []),
  ];
}
