// What can be chosen when a teacher says who they are and what they wish: the same lists as the server's (`people/teaching.py`,
// `people/wishes.py`). Words come from the catalogues, names of languages from the browser.
import { named } from '../../names';
import { compare, known, t } from '../../words';
import type { Hue } from '../../wire/shapes';

export const functions = ['teacher', 'head', 'deputy', 'librarian', 'counsellor', 'ict', 'support', 'other'] as const;
export const subjects = [
  ...['art', 'biology', 'chemistry', 'citizenship', 'class', 'computing', 'crafts', 'cross', 'drama', 'economics', 'ethics', 'foreign'],
  ...['geography', 'health', 'history', 'mathematics', 'media', 'mother', 'music', 'physics', 'science', 'special', 'sport', 'technology'],
  'other',
];
export const topics = [
  ...['animals', 'art', 'books', 'citizenship', 'climate', 'cooking', 'culture', 'environment', 'europe', 'games', 'health', 'history'],
  ...['languages', 'mathematics', 'media', 'music', 'peace', 'robots', 'science', 'space', 'sport', 'stories', 'town', 'travel', 'water'],
];
export const tongues =
  'bg bs ca cs cy da de el en es et eu fi fr ga gl hr hu hy is it ka lt lv mk mt nb nl pl pt ro sk sl sq sr sv tr uk ar az'.split(' ');
export const ages = ['under-8', '8-9', '10-11', '12-13', '14-15', '16-18'] as const;
export const kits = ['one-day', 'recipes', 'river', 'stories', 'weather'] as const;

export interface Draft {
  name: string;
  country: string;
  school: string | null;
  new_school: NewSchool | null;
  function: (typeof functions)[number] | null;
  subjects: string[];
  ideas: string;
  topics: string[];
  languages: string[];
  ages: string[];
  project_kit: string | null;
}

export interface NewSchool {
  name: string;
  town: string;
  region: string;
  zone: string;
  hue: Hue;
  head: string;
  head_email: string;
}

export interface KnownSchool {
  id: string;
  name: string;
  town: string;
  region: string;
  hue: Hue;
  to_check: boolean;
}

export interface KnownPlaces {
  places: { town: string; region: string; schools: number }[];
  zones: string[];
}

/** Where schools are asked for: with the link of a mail before there is an account, as oneself afterwards. */
export interface SchoolFinder {
  places: (country: string) => Promise<KnownPlaces>;
  schools: (country: string, town: string) => Promise<KnownSchool[]>;
}

export const tongueNames = () => named(tongues, 'language');

/** Words of a list in the catalogue, in the order of the reader's alphabet. */
export function worded<T extends string>(prefix: string, values: readonly T[], sorted = true): { value: T; text: string }[] {
  const all = values.map((value) => ({ value, text: word(prefix, value) }));
  // What is none of the others stands behind them.
  return sorted ? all.sort((a, b) => Number(a.value === 'other') - Number(b.value === 'other') || compare(a.text, b.text)) : all;
}

export function word(prefix: string, value: string): string {
  const id = `${prefix}-${value}`;
  return known(id) ? t(id) : value;
}
