import { beforeAll, expect, it } from 'vitest';
import type { Letter, Member } from '../../wire/shapes';
import { speak } from '../../words';
import { answering, answerSubject, called, meant, withPupil } from './addressees';

const member = (id: string, role: Member['role'], school: string | null, left = false) =>
  ({ kind: 'member', id, name: id, role, school, left, administrator: false, adult: role !== 'pupil' }) as Member;
const all = [member('alice', 'teacher', 'gent'), member('bob', 'teacher', 'batumi'), member('pia', 'pupil', 'gent'), member('gerda', 'guest', null), member('luka', 'pupil', 'batumi', true)]; // prettier-ignore
const members = new Map(all.map((one) => [one.id, one]));
const letter = (author: string, to: string[]) => ({ author, to, subject: 'The bridge' }) as Letter;

beforeAll(() => speak('en'));

it('means members by name, role and school, never oneself or those who left', () => {
  const ids = (to: string[]) => meant(to, all, 'alice').map((one) => one.id);
  expect(ids(['everybody'])).toEqual(['bob', 'pia', 'gerda']);
  expect(ids(['role:teacher', 'person:pia'])).toEqual(['bob', 'pia']);
  expect(ids(['school:batumi', 'person:luka'])).toEqual(['bob']);
});

it('knows when the staff may read a letter', () => {
  const [alice, , pia] = all;
  expect(withPupil(['role:teacher'], all, alice!)).toBe(false);
  expect(withPupil(['school:gent'], all, alice!)).toBe(true);
  expect(withPupil(['person:gerda'], all, pia!)).toBe(true);
});

it('answers the sender, or all who are still there', () => {
  expect(answering(letter('bob', ['person:alice', 'person:luka', 'role:guest']), false, 'alice', members)).toEqual(['person:bob']);
  expect(answering(letter('bob', ['person:alice', 'person:luka', 'role:guest']), true, 'alice', members)).toEqual(['person:bob', 'role:guest']);
  expect(answering(letter('alice', ['person:pia']), false, 'alice', members)).toEqual(['person:pia']);
});

it('says once that a letter is an answer', () => {
  expect(answerSubject('The bridge')).toBe('Re: The bridge');
  expect(answerSubject('Re: The bridge')).toBe('Re: The bridge');
});

it('calls groups, schools and people by name', () => {
  const space = new (class {
    members = members;
    schools = { gent: { name: 'De Waterlelie' } };
    school(id: string) {
      return (this.schools as unknown as Record<string, never>)[id] ?? null;
    }
  })();
  expect(['everybody', 'role:pupil', 'school:gent', 'person:pia'].map((one) => called(one, space))).toEqual(['Everybody', 'All pupils', 'De Waterlelie', 'pia']); // prettier-ignore
});
