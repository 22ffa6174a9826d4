// Notifications by the day on which they came, the newest day first. Pure.

import type { Notification } from '../../wire/shapes';

export interface Day {
  /** The first moment of it that is told. */
  at: string;
  told: Notification[];
}

export function byDay(all: readonly Notification[]): Day[] {
  const days: Day[] = [];
  let last = '';
  for (const one of all) {
    const day = new Date(one.at).toDateString();
    if (day !== last) days.push({ at: one.at, told: [] });
    days.at(-1)!.told.push(one);
    last = day;
  }
  return days;
}
