// Whom a letter is to: what the sender may choose, how it is called, and whether a pupil is in it. The server decides what it
// means when the letter is sent; this only says it before.

import type { Group, Letter, Member, School } from '../../wire/shapes';
import { t, type WordId } from '../../words';

export interface Groups {
  get(id: string): Group | null;
}

export interface Around {
  members: ReadonlyMap<string, Member>;
  groups: Groups;
  school(id: string): School | null;
}

const roles: Record<string, WordId> = { teacher: 'letters-to-teachers', pupil: 'letters-to-pupils', guest: 'letters-to-guests' };

/** `role:pupil` as people say it. */
export function called(addressee: string, around: Around): string {
  const [what, name = ''] = addressee.split(':');
  if (what === 'everybody') return t('letters-to-everybody');
  if (what === 'role') return roles[name] ? t(roles[name]) : name;
  if (what === 'school') return around.school(name)?.name ?? t('letters-somebody');
  if (what === 'group') return around.groups.get(name)?.name ?? t('letters-lost-group');
  return around.members.get(name)?.name ?? t('letters-somebody');
}

/** The members who are meant now, without the sender. */
export function meant(to: readonly string[], members: Iterable<Member>, me: string | undefined, groups: Groups): Member[] {
  const grouped = new Set(to.flatMap((each) => (each.startsWith('group:') ? (groups.get(each.slice(6))?.persons ?? []) : [])));
  return [...members].filter(
    (one) =>
      !one.left &&
      one.id !== me &&
      (grouped.has(one.id) ||
        to.some((each) => ['everybody', `role:${one.role}`, `school:${one.school}`, `person:${one.id}`].includes(each))),
  );
}

/** Whether the staff may read a letter of this sender to these. */
export function withPupil(to: readonly string[], members: Iterable<Member>, me: Member | null, groups: Groups): boolean {
  return me?.role === 'pupil' || meant(to, members, me?.id, groups).some((one) => one.role === 'pupil');
}

/** To whom an answer goes: the sender, or everybody it was from and to, without oneself, those who left and groups that are no more. */
export function answering(
  letter: Letter,
  all: boolean,
  me: string | undefined,
  { members, groups }: Pick<Around, 'members' | 'groups'>,
): string[] {
  const from = letter.author === me ? [] : [`person:${letter.author}`];
  const to = all || letter.author === me ? letter.to : [];
  const there = (each: string) => {
    const [what, name = ''] = each.split(':');
    if (what === 'group') return groups.get(name) !== null;
    return what !== 'person' || (name !== me && members.get(name)?.left === false);
  };
  return [...new Set([...from, ...to])].filter(there);
}

/** The subject of an answer says that it is one, once. */
export function answerSubject(subject: string): string {
  return /^(re|antw)\s*:/i.test(subject)
    ? subject
    : t('letters-re', { subject })
        .replace(/[\u2066-\u2069]/g, '')
        .slice(0, 150);
}
