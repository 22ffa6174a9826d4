// Countries and languages by their names in the reader's language, and days without a time. The browser knows the names.
import { date, language } from '../../words';

const kept = new Map<string, Intl.DisplayNames>();

function names(type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${type} ${language()}`;
  let found = kept.get(key);
  if (!found) kept.set(key, (found = new Intl.DisplayNames([language()], { type })));
  return found;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);

export const countryName = (code: string): string => names('region').of(code) ?? code;

export const languageName = (code: string): string => capital(names('language').of(code) ?? code);

/** 1 Sep 2026, of a local day: noon keeps it that day wherever one reads. */
export const dayName = (day: string): string => date(`${day}T12:00:00`);
