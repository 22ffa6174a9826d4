// Who may say when a school has lessons, for showing: the server decides again.

import type { Space } from '../../space/space.svelte';

export function teachesAt(space: Space, school: string): boolean {
  const me = space.me;
  return !!me && (me.administrator || (me.role === 'teacher' && me.school === school));
}
