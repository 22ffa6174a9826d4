// Texts in the reader's language, what happens to names in them, and the formats of times.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockChoice, compare, language, likelyLanguage, plain, relative, setClock, speak, t, time } from './words';
import type { WordId } from './words';

const evening = '2026-11-21T17:05:00.000Z';
const speaking = (...tags: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);

beforeEach(async () => {
  speaking('en-GB');
  localStorage.clear();
  setClock('auto');
  await speak('en');
});
afterEach(() => vi.restoreAllMocks());

describe('t', () => {
  it('speaks the language chosen and tells the page', async () => {
    expect(t('signin-title')).toBe('Sign in');
    await speak('nl');
    expect(t('signin-title')).toBe('Aanmelden');
    expect(language()).toBe('nl');
    expect(document.documentElement.lang).toBe('nl');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it('counts as the language does', () => {
    expect(plain('space-unread', { count: 1 })).toBe('one new message');
    expect(plain('space-unread', { count: 3 })).toBe('3 new messages');
  });

  it('isolates names, and leaves the marks out where they would show', () => {
    expect(t('team-added', { name: 'Pia' })).toBe('\u2068Pia\u2069 is in the team.');
    expect(plain('team-added', { name: 'Pia' })).toBe('Pia is in the team.');
  });

  it('says in the console that a text or a variable is missing', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(t('no-such-text' as WordId)).toBe('no-such-text');
    t('team-added');
    expect(said).toHaveBeenCalledTimes(2);
  });
});

describe('likelyLanguage', () => {
  it('is the choice made here, else the first of the browser that we speak, else English', () => {
    localStorage.clear();
    speaking('fr-BE', 'nl-BE', 'en');
    expect(likelyLanguage()).toBe('nl');
    speaking('ka');
    expect(likelyLanguage()).toBe('en');
    localStorage.setItem('twinspace.language', 'nl');
    expect(likelyLanguage()).toBe('nl');
  });
});

describe('formats', () => {
  it('shows a time on the clock of a zone', () => {
    expect(time(evening, 'Europe/Brussels')).toBe('18:05');
    expect(time(evening, 'Asia/Tbilisi')).toBe('21:05');
  });

  it('takes the clock of the region, not of the bare language, until somebody chooses', async () => {
    speaking('en');
    await speak('en');
    expect(time(evening, 'UTC')).toBe('17:05');
    speaking('en-US');
    await speak('en');
    expect(time(evening, 'UTC')).toMatch(/5:05\sPM/);
    expect(time('2026-11-21T08:05:00Z', 'UTC')).toMatch(/^8:05\sAM/);
    setClock('24');
    expect(time('2026-11-21T00:05:00Z', 'UTC')).toBe('00:05');
    expect(time(evening, 'UTC')).toBe('17:05');
    expect(clockChoice()).toBe('24');
    setClock('12');
    expect(time(evening, 'UTC')).toMatch(/5:05\sPM/i);
  });

  it('says how long ago in words', () => {
    const now = Date.parse(evening);
    expect(relative(now - 30_000, now)).toBe('now');
    expect(relative(now - 12 * 60_000, now)).toBe('12 minutes ago');
    expect(relative(now - 26 * 3_600_000, now)).toBe('yesterday');
  });

  it('sorts as readers do', () => {
    expect(['Zon', 'één', 'Elf', 'Room 10', 'Room 9'].sort(compare)).toEqual(['één', 'Elf', 'Room 9', 'Room 10', 'Zon']);
  });
});
