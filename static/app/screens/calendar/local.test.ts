import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, localIn, momentOf, mondayOf, shift, weeksOf } from './local';

describe('days', () => {
  it('go over months, leap days and the end of the year', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  });

  it('fill a month with whole weeks', () => {
    const weeks = weeksOf('2026-11-15');
    expect(weeks[0]![0]).toBe('2026-10-26');
    expect(weeks.at(-1)!.at(-1)).toBe('2026-12-06');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf('2027-02-01')).toHaveLength(4);
  });

  it('shift local times by what their own clock shows', () => {
    expect(shift('2026-03-28T10:00', 86_400_000)).toBe('2026-03-29T10:00');
    expect(shift('2026-03-28', 86_400_000)).toBe('2026-03-29');
  });
});

describe('moments', () => {
  it('are what the clock of the zone says, in winter and in summer', () => {
    expect(new Date(momentOf('2026-11-24T10:00', 'Europe/Brussels')).toISOString()).toBe('2026-11-24T09:00:00.000Z');
    expect(new Date(momentOf('2026-07-24T10:00', 'Europe/Brussels')).toISOString()).toBe('2026-07-24T08:00:00.000Z');
    expect(localIn('2026-11-24T09:00:00Z', 'Asia/Tbilisi')).toBe('2026-11-24T13:00');
    expect(localIn('2026-11-24T00:00:00Z', 'UTC')).toBe('2026-11-24T00:00');
  });

  it('are those the server means when the clock leaves an hour out or shows it twice', () => {
    expect(new Date(momentOf('2026-03-29T02:30', 'Europe/Brussels')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(new Date(momentOf('2026-10-25T02:30', 'Europe/Brussels')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});
