import { beforeAll, expect, it } from 'vitest';
import type { Group, Letter, Member } from '../../wire/shapes';
import { speak } from '../../words';
import { answering, answerSubject, called, meant, withPupil } from './addressees';

const member = (id: string, role: Member['role'], school: string | null, left = false) =>
  ({ kind: 'member', id, name: id, role, school, left, administrator: false, adult: role !== 'pupil' }) as Member;
const all = [member('alice', 'teacher', 'gent'), member('bob', 'teacher', 'batumi'), member('pia', 'pupil', 'gent'), member('gerda', 'guest', null), member('luka', 'pupil', 'batumi', true)]; // prettier-ignore
const members = new Map(all.map((one) => [one.id, one]));
const otters = { kind: 'group', id: 'otters', name: 'Otters', hue: 'leaf', persons: ['alice', 'gerda', 'luka'] } as unknown as Group;
const groups = new (class {
  get = (id: string) => (id === 'otters' ? otters : null);
})();
const around = { members, groups };
const letter = (author: string, to: string[]) => ({ author, to, subject: 'The bridge' }) as Letter;

beforeAll(() => speak('en'));

it('means members by name, role, school and group, never oneself or those who left', () => {
  const ids = (to: string[]) => meant(to, all, 'alice', groups).map((one) => one.id);
  expect(ids(['everybody'])).toEqual(['bob', 'pia', 'gerda']);
  expect(ids(['role:teacher', 'person:pia'])).toEqual(['bob', 'pia']);
  expect(ids(['school:batumi', 'person:luka'])).toEqual(['bob']);
  expect(ids(['group:otters', 'person:bob'])).toEqual(['bob', 'gerda']);
  expect(ids(['group:herons'])).toEqual([]);
});

it('knows when the staff may read a letter', () => {
  const [alice, , pia] = all;
  expect(withPupil(['role:teacher', 'group:otters'], all, alice!, groups)).toBe(false);
  expect(withPupil(['school:gent'], all, alice!, groups)).toBe(true);
  expect(withPupil(['person:gerda'], all, pia!, groups)).toBe(true);
});

it('answers the sender, or all who are still there', () => {
  expect(answering(letter('bob', ['person:alice', 'person:luka', 'role:guest']), false, 'alice', around)).toEqual(['person:bob']);
  const all = letter('bob', ['person:alice', 'person:luka', 'role:guest', 'group:otters', 'group:herons']);
  expect(answering(all, true, 'alice', around)).toEqual(['person:bob', 'role:guest', 'group:otters']);
  expect(answering(letter('alice', ['person:pia']), false, 'alice', around)).toEqual(['person:pia']);
});

it('says once that a letter is an answer', () => {
  expect(answerSubject('The bridge')).toBe('Re: The bridge');
  expect(answerSubject('Re: The bridge')).toBe('Re: The bridge');
});

it('calls groups, schools and people by name', () => {
  const space = new (class {
    members = members;
    groups = groups;
    schools = { gent: { name: 'De Waterlelie' } };
    school(id: string) {
      return (this.schools as unknown as Record<string, never>)[id] ?? null;
    }
  })();
  expect(['everybody', 'role:pupil', 'school:gent', 'group:otters', 'group:herons', 'person:pia'].map((one) => called(one, space))).toEqual(['Everybody', 'All pupils', 'De Waterlelie', 'Otters', 'a group that is no more', 'pia']); // prettier-ignore
});
