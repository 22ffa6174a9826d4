// What the form of a project holds while somebody fills it in, and what of it is missing. Kept in this browser until it is sent.
import type { ProjectForm } from '../../wire/shapes';
import type { WordId } from '../../words';

export const SUBJECTS = [
  'art',
  'biology',
  'chemistry',
  'citizenship',
  'drama',
  'economics',
  'environment',
  'geography',
  'history',
  'informatics',
  'languages',
  'literature',
  'mathematics',
  'media',
  'music',
  'philosophy',
  'physics',
  'primary',
  'religion',
  'sport',
  'technology',
  'vocational',
] as const;

/** Those that schools here teach or speak most; the server knows more. */
export const LANGUAGES = [
  'en', 'nl', 'fr', 'de', 'es', 'it', 'pt', 'pl', 'ro', 'el', 'tr', 'uk', 'ka', 'ar', 'bg', 'ca', 'cs', 'da', 'et', 'eu', 'fi', 'ga',
  'hr', 'hu', 'hy', 'lt', 'lv', 'mk', 'mt', 'no', 'sk', 'sl', 'sq', 'sr', 'sv',
]; // prettier-ignore

export interface Filled {
  partner: string;
  school: string;
  title: string;
  description: string;
  subjects: string[];
  ages_from: number;
  ages_to: number;
  languages: string[];
  start: string;
  end: string;
}

export type Field = keyof Filled;

/** The words of each field, to name the one that is missing. */
export const LABELS: Record<Field, WordId> = {
  partner: 'projects-form-partner',
  school: 'projects-form-school',
  title: 'projects-form-title',
  description: 'projects-form-description',
  subjects: 'projects-form-subjects',
  ages_from: 'projects-form-from',
  ages_to: 'projects-form-to',
  languages: 'projects-form-languages',
  start: 'projects-form-start',
  end: 'projects-form-end',
};

export function blank(): Filled {
  return {
    partner: '', school: '', title: '', description: '', subjects: [], ages_from: 10, ages_to: 14, languages: [], start: '', end: '',
  }; // prettier-ignore
}

export function from(project: ProjectForm): Filled {
  const { title, description, subjects, ages_from, ages_to, languages, start, end } = project;
  return { ...blank(), title, description, subjects: [...subjects], ages_from, ages_to, languages: [...languages], start, end };
}

/** The fields that stand empty, in the order of the form. */
export function missing(filled: Filled, needed: { partner?: boolean; school?: boolean } = {}): Field[] {
  const found: Field[] = [];
  for (const field of ['partner', 'school'] as const) if (needed[field] && !filled[field]) found.push(field);
  for (const field of ['title', 'description'] as const) if (!filled[field].trim()) found.push(field);
  if (!filled.subjects.length) found.push('subjects');
  if (!filled.languages.length) found.push('languages');
  for (const field of ['start', 'end'] as const) if (!filled[field]) found.push(field);
  return found;
}

/** The details as the commands take them. */
export function details(filled: Filled): Record<string, unknown> {
  const { title, description, subjects, ages_from, ages_to, languages, start, end } = filled;
  return { title, description, subjects, ages_from: Number(ages_from), ages_to: Number(ages_to), languages, start, end };
}
