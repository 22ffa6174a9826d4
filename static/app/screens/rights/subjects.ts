// Whom the rows of a table are about, in the order in which they are shown: roles, then persons by school and name. Pure.

import type { Member, School } from '../../wire/shapes';

export interface Subject {
  subject: string;
  name: string;
  /** Null for a role. */
  member: Member | null;
  /** A person who is not, or no longer, in the space. */
  left: boolean;
}

export interface SubjectGroup {
  id: string;
  title: string | null;
  subjects: Subject[];
}

interface Around {
  schools: readonly School[];
  members: ReadonlyMap<string, Member>;
  roleName: (role: string) => string;
  elsewhere: string;
  unknown: string;
  compare: (a: string, b: string) => number;
}

export function groupsOf(subjects: Iterable<string>, around: Around): SubjectGroup[] {
  const roles: SubjectGroup = { id: 'roles', title: null, subjects: [] };
  for (const role of ['teacher', 'pupil', 'guest'])
    roles.subjects.push({ subject: `role:${role}`, name: around.roleName(role), member: null, left: false });
  const bySchool = new Map<string, SubjectGroup>(around.schools.map(({ id, name }) => [id, { id, title: name, subjects: [] }]));
  const elsewhere: SubjectGroup = { id: 'elsewhere', title: around.elsewhere, subjects: [] };
  for (const subject of subjects) {
    if (!subject.startsWith('person:')) continue;
    const member = around.members.get(subject.slice('person:'.length)) ?? null;
    const group = bySchool.get(member?.school ?? '') ?? elsewhere;
    group.subjects.push({ subject, name: member?.name ?? around.unknown, member, left: !member || member.left });
  }
  const persons = [...bySchool.values(), elsewhere].filter((group) => group.subjects.length);
  for (const group of persons) group.subjects.sort((a, b) => around.compare(a.name, b.name));
  return [roles, ...persons];
}
