// Where things stand in a view: in a week of the month, each in a lane of its own from its first to its last day; in a day of
// the week view, side by side where they overlap. Pure.

import { addDays } from './local';
import type { Shown } from './shapes';

export interface Segment {
  shown: Shown;
  /** It begins, and it ends, inside this week. */
  opens: boolean;
  closes: boolean;
  /** The first of its days in this week: where its title stands. */
  named: boolean;
  /** Over so many days of this week. */
  span: number;
}

/** For each day of the week its lanes: what stands in them, or nothing. Long things come first, so that they stay whole. */
export function lanes(week: readonly string[], all: readonly Shown[]): (Segment | null)[][] {
  const first = week[0]!;
  const last = week.at(-1)!;
  const days: (Segment | null)[][] = week.map(() => []);
  const here = all.filter((shown) => shown.first <= last && shown.last >= first);
  const length = (shown: Shown) => (shown.first < shown.last || shown.occurrence.at === null ? 0 : 1);
  here.sort(
    (a, b) =>
      length(a) - length(b) || (a.first < first ? first : a.first).localeCompare(b.first < first ? first : b.first) || a.from - b.from,
  );
  for (const shown of here) {
    const from = Math.max(0, week.indexOf(shown.first));
    const to = shown.last > last ? week.length - 1 : week.indexOf(shown.last);
    let lane = 0;
    while (days.slice(from, to + 1).some((day) => day[lane])) lane++;
    for (let index = from; index <= to; index++) {
      const day = days[index]!;
      while (day.length < lane) day.push(null);
      day[lane] = {
        shown,
        opens: shown.first === week[index],
        closes: shown.last === week[index],
        named: index === from,
        span: to - from + 1,
      };
    }
  }
  return days;
}

export interface Box {
  shown: Shown;
  /** Minutes of the day. */
  from: number;
  to: number;
  column: number;
  columns: number;
}

const LEAST = 30;

/** The timed things of one day, those that overlap beside each other. */
export function boxes(day: string, all: readonly Shown[]): Box[] {
  const here = all
    .filter((shown) => shown.occurrence.at !== null && shown.first <= day && shown.last >= day)
    .map((shown) => {
      const from = shown.first < day ? 0 : shown.from;
      return { shown, from, to: Math.max(shown.last > day ? 1440 : shown.to, from + LEAST), column: 0, columns: 1 };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let group: Box[] = [];
  let end = -1;
  for (const box of here) {
    if (box.from >= end) group = [];
    const taken = new Set(group.filter((other) => other.to > box.from).map((other) => other.column));
    while (taken.has(box.column)) box.column++;
    group.push(box);
    end = Math.max(...group.map((one) => one.to));
    const columns = Math.max(...group.map((one) => one.column)) + 1;
    for (const one of group) one.columns = columns;
  }
  return here;
}

/** What happens on each day from `first` on: a long thing once, on its first day here. Days without anything are left out. */
export function agenda(first: string, last: string, all: readonly Shown[]): { day: string; shown: Shown[] }[] {
  const days = new Map<string, Shown[]>();
  for (const shown of all) {
    const day = shown.first < first ? first : shown.first;
    if (day > last || shown.last < first) continue;
    days.set(day, [...(days.get(day) ?? []), shown]);
  }
  const order = (a: Shown, b: Shown) => Number(a.occurrence.at !== null) - Number(b.occurrence.at !== null) || a.from - b.from;
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, shown]) => ({ day, shown: shown.sort(order) }));
}

export const daysOf = (shown: Shown): number => {
  let count = 1;
  for (let day = shown.first; day < shown.last; day = addDays(day, 1)) count++;
  return count;
};
