// Weekly hours as people read and type them: days that are alike told together, midnight as an end of day.

import type { Stretch } from '../../wire/shapes';

export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A stretch while it is typed; `key` tells rows apart. */
export interface Row extends Stretch {
  key: number;
}

export interface Alike {
  first: number;
  last: number;
  hours: { from: string; to: string }[];
}

const byTime = (a: Stretch, b: Stretch) => a.day - b.day || a.from.localeCompare(b.from) || a.to.localeCompare(b.to);

/** Days in a row with the same hours, told once; days without any are left out. */
export function alike(week: readonly Stretch[]): Alike[] {
  const found: Alike[] = [];
  for (const day of DAYS) {
    const hours = week
      .filter((one) => one.day === day)
      .sort(byTime)
      .map(({ from, to }) => ({ from, to }));
    if (!hours.length) continue;
    const before = found.at(-1);
    if (before && before.last === day - 1 && JSON.stringify(before.hours) === JSON.stringify(hours)) before.last = day;
    else found.push({ first: day, last: day, hours });
  }
  return found;
}

/** A field for a time of day has no 24:00: as an end, 00:00 means midnight. */
export const typed = (end: string): string => (end === '24:00' ? '00:00' : end);
export const meant = (end: string): string => (end === '00:00' ? '24:00' : end);

/** Whether a row can be kept: both times are there and the end comes after the beginning. */
export const sound = ({ from, to }: Stretch): boolean => from !== '' && to !== '' && from < to;

/** What goes to the server, in order. */
export const told = (rows: readonly Row[]): Stretch[] => rows.map(({ day, from, to }) => ({ day, from, to })).sort(byTime);

/** The hours of one day on Monday to Friday too. */
export function onSchoolDays(rows: readonly Row[], day: number, key: () => number): Row[] {
  const like = rows.filter((row) => row.day === day);
  const kept = rows.filter((row) => row.day === day || row.day > 4);
  const others = DAYS.filter((one) => one < 5 && one !== day);
  return [...kept, ...others.flatMap((other) => like.map((row) => ({ ...row, day: other, key: key() })))];
}

/** A first stretch for a day, or one after those that are there. */
export function another(rows: readonly Row[], day: number, key: number): Row {
  const last = rows
    .filter((row) => row.day === day)
    .map((row) => row.to)
    .sort()
    .at(-1);
  if (last === undefined) return { day, from: '08:30', to: '15:30', key };
  const hour = Number(last.slice(0, 2)) + 1;
  const at = (hours: number) => (hours > 23 ? '24:00' : `${String(hours).padStart(2, '0')}:00`);
  return { day, from: at(Math.min(hour, 23)), to: at(Math.min(hour, 23) + 1), key };
}
