// The arithmetic behind the two skies: hours, skies, the way of sun and moon, and which schools the bar shows.
import { describe, expect, it } from 'vitest';
import { lightAt, localHour, shownSchools, skyAt } from './sky';

const noon = Date.UTC(2026, 10, 21, 12, 0);

describe('localHour', () => {
  it('is the hour on the wall there', () => {
    expect(localHour('Europe/Brussels', noon)).toBe(13);
    expect(localHour('Asia/Tbilisi', noon)).toBe(16);
    expect(localHour('Asia/Kolkata', noon)).toBe(17.5);
  });

  it('goes round midnight instead of saying 24', () => {
    expect(localHour('UTC', Date.UTC(2026, 10, 21, 0, 0))).toBe(0);
  });

  it('takes an unknown zone for UTC', () => {
    expect(localHour('Nowhere/Land', noon)).toBe(12);
  });
});

describe('skyAt', () => {
  it.each([
    [0, 'night'],
    [5.99, 'night'],
    [6, 'dawn'],
    [8.99, 'dawn'],
    [9, 'day'],
    [16.99, 'day'],
    [17, 'dusk'],
    [19.99, 'dusk'],
    [20, 'night'],
    [23.99, 'night'],
  ] as const)('%d h is %s', (hour, sky) => expect(skyAt(hour)).toBe(sky));
});

describe('lightAt', () => {
  it('lets the sun rise at 6, stand highest at 13 and set at 20', () => {
    expect(lightAt(6)).toMatchObject({ body: 'sun', way: 0 });
    expect(lightAt(13)).toMatchObject({ body: 'sun', way: 0.5, height: 1 });
    expect(lightAt(19.99).height).toBeLessThan(0.01);
  });

  it('lets the moon cross the night, also past midnight', () => {
    expect(lightAt(20)).toMatchObject({ body: 'moon', way: 0 });
    expect(lightAt(1)).toMatchObject({ body: 'moon', way: 0.5, height: 1 });
    expect(lightAt(5.9).way).toBeCloseTo(0.99);
  });

  it('never leaves the sky', () => {
    for (let hour = 0; hour < 24; hour += 0.25) {
      const { way, height } = lightAt(hour);
      expect(way).toBeGreaterThanOrEqual(0);
      expect(way).toBeLessThan(1);
      expect(height).toBeGreaterThanOrEqual(0);
      expect(height).toBeLessThanOrEqual(1);
    }
  });
});

describe('shownSchools', () => {
  const gent = { id: 'gent', zone: 'Europe/Brussels' };
  const batumi = { id: 'batumi', zone: 'Asia/Tbilisi' };
  const lima = { id: 'lima', zone: 'America/Lima' };
  const ids = (own: string | null, now: number) => shownSchools([batumi, lima, gent], own, now).map((school) => school.id);

  it('puts my own school first and one that is awake beside it', () => {
    expect(ids('gent', noon)).toEqual(['gent', 'batumi']);
    // 16 h in Gent: evening in Batumi, eleven in the morning in Lima
    expect(ids('gent', Date.UTC(2026, 10, 21, 16))).toEqual(['gent', 'lima']);
  });

  it('shows the next school when all the others sleep', () => {
    expect(ids('gent', Date.UTC(2026, 10, 21, 23))).toEqual(['gent', 'batumi']);
  });

  it('shows a guest the first two, and one school alone', () => {
    expect(ids(null, noon)).toEqual(['batumi', 'lima']);
    expect(shownSchools([gent], 'gent', noon)).toEqual([gent]);
    expect(shownSchools([], null, noon)).toEqual([]);
  });
});
