// The people of a space as the team screen shows them: by school in the space's order, teachers first, then by name.
// Pure; whoever left stays in the space's list for the sake of their words, but not here.

import type { Member, School } from '../../wire/shapes';

export interface Group {
  school: School | null;
  members: Member[];
}

/** Teachers first, by name alone, or who signed in last. */
export type Order = 'role' | 'name' | 'last';

const rank = { teacher: 0, pupil: 1, guest: 2 } as const;

export function groupsOf(
  schools: readonly School[],
  members: Iterable<Member>,
  compare: (a: string, b: string) => number,
  order: Order = 'role',
  days: Readonly<Record<string, string>> = {},
): Group[] {
  const groups = new Map<string | null, Group>(schools.map((school) => [school.id, { school, members: [] }]));
  groups.set(null, { school: null, members: [] });
  for (const member of members) {
    if (member.left) continue;
    (groups.get(member.school) ?? groups.get(null)!).members.push(member);
  }
  const last = (one: Member) => days[one.id] ?? '';
  const first = (a: Member, b: Member) =>
    order === 'role' ? rank[a.role] - rank[b.role] : order === 'last' ? (last(a) < last(b) ? 1 : last(a) > last(b) ? -1 : 0) : 0;
  for (const group of groups.values()) group.members.sort((a, b) => first(a, b) || compare(a.name, b.name));
  return [...groups.values()].filter((group) => group.school || group.members.length);
}
