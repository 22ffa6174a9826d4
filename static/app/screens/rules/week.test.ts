import { describe, expect, it } from 'vitest';
import { alike, another, meant, onSchoolDays, sound, told, typed } from './week';

const on = (day: number, from = '08:30', to = '12:00') => ({ day, from, to });

describe('weekly hours', () => {
  it('tell days that are alike once', () => {
    const week = [on(4), on(0), on(1), on(1, '13:00', '15:30'), on(0, '13:00', '15:30'), on(2)];
    const both = [
      { from: '08:30', to: '12:00' },
      { from: '13:00', to: '15:30' },
    ];
    expect(alike(week)).toEqual([
      { first: 0, last: 1, hours: both },
      { first: 2, last: 2, hours: [{ from: '08:30', to: '12:00' }] },
      { first: 4, last: 4, hours: [{ from: '08:30', to: '12:00' }] },
    ]);
    expect(alike([])).toEqual([]);
  });

  it('end at midnight, which a field shows as 00:00', () => {
    expect([typed('24:00'), meant('00:00'), typed('15:30'), meant('15:30')]).toEqual(['00:00', '24:00', '15:30', '15:30']);
    expect(sound(on(0, '20:00', '24:00'))).toBe(true);
    expect(sound(on(0, '20:00', '20:00'))).toBe(false);
    expect(sound(on(0, '', '20:00'))).toBe(false);
  });

  it('are copied to the other school days, and the weekend stays', () => {
    let key = 10;
    const rows = [
      { ...on(0), key: 1 },
      { ...on(3, '09:00', '10:00'), key: 2 },
      { ...on(6), key: 3 },
    ];
    expect(told(onSchoolDays(rows, 0, () => key++))).toEqual([on(0), on(1), on(2), on(3), on(4), on(6)]);
  });

  it('offer what comes next', () => {
    expect(another([], 2, 1)).toEqual({ day: 2, from: '08:30', to: '15:30', key: 1 });
    expect(another([{ ...on(2), key: 1 }], 2, 2)).toEqual({ day: 2, from: '13:00', to: '14:00', key: 2 });
    expect(sound(another([{ ...on(2, '08:00', '24:00'), key: 1 }], 2, 2))).toBe(true);
  });
});
