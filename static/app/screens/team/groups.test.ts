// The order of the team: schools as the space has them, teachers first, who left not at all.
import { expect, it } from 'vitest';
import type { Member, School } from '../../wire/shapes';
import { groupsOf } from './groups';

const school = (id: string) => ({ kind: 'school', id, name: id }) as School;
const member = (name: string, role: Member['role'], of: string | null, left = false): Member => ({
  kind: 'member',
  id: name,
  name,
  role,
  administrator: false,
  school: of,
  left,
  adult: role !== 'pupil',
});
const byCode = (a: string, b: string) => (a < b ? -1 : 1);

it('groups by school, teachers before pupils, then by name', () => {
  const groups = groupsOf(
    [school('gent'), school('batumi')],
    [
      member('pia', 'pupil', 'gent'),
      member('bob', 'teacher', 'batumi'),
      member('jef', 'pupil', 'gent'),
      member('alice', 'teacher', 'gent'),
      member('nora', 'guest', null),
      member('gone', 'pupil', 'gent', true),
    ],
    byCode,
  );
  expect(groups.map((group) => [group.school?.id, group.members.map((each) => each.name)])).toEqual([
    ['gent', ['alice', 'jef', 'pia']],
    ['batumi', ['bob']],
    [undefined, ['nora']],
  ]);
});

it('keeps an empty school, drops an empty rest, and loses nobody whose school is unknown', () => {
  expect(groupsOf([school('gent')], [], byCode)).toHaveLength(1);
  expect(groupsOf([school('gent')], [member('milo', 'pupil', 'elsewhere')], byCode)[1]!.members[0]!.name).toBe('milo');
});
