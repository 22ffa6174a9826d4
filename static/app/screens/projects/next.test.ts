import { beforeAll, describe, expect, test } from 'vitest';
import { speak } from '../../words';
import { blank, missing } from './form';
import { nextOf, pathOf, stateWord } from './next';
import type { Project } from '../../wire/shapes';

const person = (id: string, name: string) => ({
  person: id,
  name,
  school: null,
  mark: 'founder' as const,
  administrator: true,
  said: true,
  here: true,
});

function project(more: Partial<Project>): Project {
  return {
    kind: 'project',
    id: 'P',
    title: 'Otters',
    description: '',
    subjects: [],
    ages_from: 10,
    ages_to: 12,
    languages: [],
    start: '2026-09-01',
    end: '2027-06-30',
    european: true,
    countries: ['BE', 'GE'],
    made_at: '',
    changed_at: '',
    state: 'awaiting_partner',
    mine: 'founder',
    by: 'alice',
    reason: '',
    people: [person('alice', 'Alice'), person('bob', 'Bob')],
    decisions: [],
    steps: [],
    ...more,
  };
}

const said = (country: string, word: 'waiting' | 'question' | 'approved') => ({
  country,
  organisation: '',
  said: word,
  word: '',
  answer: '',
});

beforeAll(() => speak('en'));

describe('what is next', () => {
  test('the one who registered waits, the partner is asked', () => {
    expect(nextOf(project({}), 'alice')).toMatchObject({ mine: false });
    expect(nextOf(project({}), 'alice').button).toBeUndefined();
    expect(nextOf(project({}), 'bob')).toMatchObject({ mine: true, button: 'projects-do-answer', href: '/projects/P' });
  });

  test('only the countries that still look at it are named', () => {
    const next = nextOf(project({ state: 'awaiting_support', decisions: [said('BE', 'approved'), said('GE', 'waiting')] }), 'alice');
    expect(next.text).toContain('Georgia');
    expect(next.text).not.toContain('Belgium');
    expect(next.mine).toBe(false);
  });

  test('a question waits for both founders', () => {
    const asked = project({ state: 'more_information', decisions: [said('BE', 'question'), said('GE', 'waiting')] });
    for (const who of ['alice', 'bob']) expect(nextOf(asked, who)).toMatchObject({ mine: true, button: 'projects-do-reply' });
  });

  test('open and closed lead into the space', () => {
    expect(nextOf(project({ state: 'active' }), 'alice').href).toBe('/s/P');
    expect(nextOf(project({ state: 'closed' }), 'alice').href).toBe('/s/P');
  });

  test('whoever is asked to join is told so, and nothing waits in a closed one', () => {
    const invited = project({ state: 'active', mine: 'invited' });
    expect(stateWord(invited)).toBe('projects-state-invited');
    expect(nextOf(invited, 'olga').mine).toBe(true);
    expect(nextOf(project({ state: 'closed', mine: 'invited' }), 'olga').mine).toBe(false);
  });
});

test('the path has three steps where nobody approves', () => {
  expect(pathOf(project({}), false).map(({ id }) => id)).toEqual([
    'projects-path-registered',
    'projects-path-partner',
    'projects-path-open',
  ]);
  expect(pathOf(project({ state: 'awaiting_support' }), true).map(({ done, now }) => [done, now])).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('what is missing is named in the order of the form', () => {
  expect(missing(blank(), { partner: true, school: true })).toEqual([
    'partner',
    'school',
    'title',
    'description',
    'subjects',
    'languages',
    'start',
    'end',
  ]);
  expect(missing({ ...blank(), title: '  ' })[0]).toBe('title');
});
