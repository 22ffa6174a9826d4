// The names of the days of the week, in the reader's language; 0 is Monday.

import { shaped } from '../../words';

/** A Monday; its zone is told to the formatter, so no clock can move it. */
const MONDAY = Date.UTC(2024, 0, 1, 12);

export const dayName = (day: number, weekday: 'long' | 'short' = 'long'): string =>
  shaped(MONDAY + day * 86_400_000, { weekday, timeZone: 'UTC' });

/** The town of a zone: "Europe/Brussels" is "Brussels". */
export const townOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');
