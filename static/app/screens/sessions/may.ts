// Who may book sessions and talk alone with whom, for showing: the server decides about each again.

import type { Space } from '../../space/space.svelte';
import type { Member } from '../../wire/shapes';

/** Teachers and administrators. */
export const leads = (space: Space): boolean => space.me?.role === 'teacher' || !!space.me?.administrator;

export function mayBook(space: Space): boolean {
  if (!space.me || space.space?.closed_at) return false;
  return leads(space) || (space.me.role === 'pupil' && !!space.rules.policies?.pupils_book);
}

/** A guest and a pupil never talk alone; two pupils where the space allows it. */
export function mayChat(space: Space, member: Member): boolean {
  const me = space.me;
  if (!me || member.id === me.id || member.left || space.space?.closed_at) return false;
  const roles = [me.role, member.role].sort().join();
  return roles !== 'guest,pupil' && (roles !== 'pupil,pupil' || !!space.rules.policies?.pupils_pair);
}
