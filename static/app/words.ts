// Every text of the app: Fluent messages from the catalogues that the server uses too, and the formats of times,
// days, numbers and lists in the reader's language. Called by every screen; it never reads or writes what people say.
// A screen that calls `t` draws itself anew when the language changes: `heard` tells Svelte that something was read.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { negotiateLanguages } from '@fluent/langneg';
import { createSubscriber } from 'svelte/reactivity';
import { recall, remember } from './remember';
import type { WordId } from './words.ids';

export type { WordId };
export type Language = 'en' | 'nl';
export type Clock = 'auto' | '24' | '12';
export const languages: Record<Language, string> = { en: 'English', nl: 'Nederlands' };

const catalogues = import.meta.glob<string>('../../twinspace_server/locales/*/*.ftl', { query: '?raw', import: 'default' });
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

let bundle = new FluentBundle('en');
let current: Language = 'en';
let clock: Clock = (recall('clock') as Clock | null) ?? 'auto';
let tell = () => {};
const heard = createSubscriber((update) => {
  tell = update;
});

/** The message in the reader's language. A missing message or variable is a bug: it shows its id and says so in the console. */
export function t(id: WordId, args?: Record<string, FluentVariable>): string {
  heard();
  const message = bundle.getMessage(id);
  if (!message?.value) {
    console.error(`words: no message ${id} in ${current}`);
    return id;
  }
  const errors: Error[] = [];
  const text = bundle.formatPattern(message.value, args, errors);
  if (errors.length) console.error(`words: ${id}: ${errors.join(', ')}`);
  return text;
}

/** Whether there is such a message: for ids that are made of what the server says. */
export function known(id: string): id is WordId {
  heard();
  return bundle.hasMessage(id);
}

/** The same without the marks that isolate inserted names: for document titles and other places that show marks as signs. */
export function plain(id: WordId, args?: Record<string, FluentVariable>): string {
  return t(id, args).replace(/[\u2066-\u2069]/g, '');
}

export function language(): Language {
  heard();
  return current;
}

export function dir(of: string = language()): 'ltr' | 'rtl' {
  return rightToLeft.has(of) ? 'rtl' : 'ltr';
}

/** What this browser chose earlier, else the first of its languages that we speak, else English. */
export function likelyLanguage(): Language {
  const chosen = recall('language');
  const wanted = chosen ? [chosen] : [...navigator.languages];
  return negotiateLanguages(wanted, ['en', 'nl'], { defaultLocale: 'en', strategy: 'lookup' })[0] as Language;
}

/** Loads a language and shows it. The choice is remembered here; the account screen stores it on the person as well. */
export async function speak(next: Language): Promise<void> {
  const parts = Object.entries(catalogues).filter(([path]) => path.includes(`/locales/${next}/`));
  if (!parts.length) throw new Error(`no catalogue for ${next}`);
  const fresh = new FluentBundle(next);
  for (const part of await Promise.all(parts.map(([, load]) => load()))) {
    const errors = fresh.addResource(new FluentResource(part));
    if (errors.length) console.error(`words: ${next}: ${errors.join(', ')}`);
  }
  bundle = fresh;
  current = next;
  remember('language', next);
  document.documentElement.lang = next;
  document.documentElement.dir = dir(next);
  formats.clear();
  tell();
}

export function clockChoice(): Clock {
  heard();
  return clock;
}

export function setClock(next: Clock): void {
  clock = next;
  remember('clock', next === 'auto' ? null : next);
  formats.clear();
  tell();
}

// --- formats ---

const formats = new Map<string, unknown>();

function kept<T>(key: string, make: () => T): T {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key) as T;
}

/** The reader's language with a region: bare `en` would mean American clocks to everybody. */
function locale(): string {
  const own = navigator.languages.find((tag) => tag.startsWith(`${current}-`));
  return own ?? (current === 'nl' ? 'nl-NL' : 'en-GB');
}

type Moment = Date | string | number;

function format(moment: Moment, options: Intl.DateTimeFormatOptions): string {
  heard();
  const all = 'hour' in options ? { ...options, ...hours() } : options;
  return kept(`date ${JSON.stringify(all)}`, () => new Intl.DateTimeFormat(locale(), all)).format(new Date(moment));
}

/** 08:05 on a clock of 24 hours, 8:05 am on one of 12. */
function hours(): Intl.DateTimeFormatOptions {
  const usual = kept('cycle', () => new Intl.DateTimeFormat(locale(), { hour: 'numeric' }).resolvedOptions().hourCycle);
  const twelve = clock === 'auto' ? usual === 'h11' || usual === 'h12' : clock === '12';
  return twelve ? { hour: 'numeric', hourCycle: 'h12' } : { hour: '2-digit', hourCycle: 'h23' };
}

/** 14:05, on the reader's clock or that of a zone. */
export const time = (moment: Moment, zone?: string) => format(moment, { hour: '2-digit', minute: '2-digit', timeZone: zone });
/** Saturday 21 November */
export const day = (moment: Moment, zone?: string) => format(moment, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
/** 21 Nov 2026 */
export const date = (moment: Moment, zone?: string) => format(moment, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
/** 21 November 2026 at 14:05 */
export const dateTime = (moment: Moment, zone?: string) =>
  format(moment, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone });

/** Any other shape: the parts of a date that are asked for. */
export const shaped = (moment: Moment, options: Intl.DateTimeFormatOptions) => format(moment, options);

/** 3 minutes ago, yesterday, in 2 days */
export function relative(moment: Moment, now: number = Date.now()): string {
  heard();
  const seconds = (new Date(moment).getTime() - now) / 1000;
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const words = kept('relative', () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }));
  for (const [unit, size] of units) if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  return words.format(0, 'second');
}

export function number(value: number): string {
  heard();
  return kept('number', () => new Intl.NumberFormat(locale())).format(value);
}

export function list(items: string[]): string {
  heard();
  return kept('list', () => new Intl.ListFormat(locale(), { type: 'conjunction' })).format(items);
}

/** Alphabetical order as the reader's language has it: for names of places and people. */
export function compare(a: string, b: string): number {
  heard();
  return kept('compare', () => new Intl.Collator(locale(), { numeric: true })).compare(a, b);
}
