// Days and local times as text (`2026-11-24`, `2026-11-24T10:00`), as the server keeps them: arithmetic on them, and what a
// clock in a zone shows. The views and the forms call it. When something happens is the server's to say; here a moment is
// worked out from a local time only to show, while somebody types, what the other school's clock will say.

const DAY = 86_400_000;

const utc = (text: string) => Date.parse(text.length > 10 ? `${text}:00Z` : `${text}T00:00:00Z`);
const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10);

export const dayOf = (local: string) => local.slice(0, 10);
export const addDays = (day: string, days: number) => dayText(utc(dayOf(day)) + days * DAY);
export const daysBetween = (from: string, to: string) => Math.round((utc(dayOf(to)) - utc(dayOf(from))) / DAY);
export const mondayOf = (day: string) => addDays(day, -((new Date(utc(day)).getUTCDay() + 6) % 7));
export const monthOf = (day: string) => day.slice(0, 7);
export const firstOf = (day: string) => `${monthOf(day)}-01`;

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayText(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** A local day or time, so many milliseconds later on its own clock. */
export function shift(local: string, ms: number): string {
  return new Date(utc(local) + ms).toISOString().slice(0, local.length);
}

export const distance = (from: string, to: string) => utc(to) - utc(from);

/** Any day as a moment that every zone's calendar agrees on, for Intl with `UTC`. */
export const noon = (day: string) => utc(day) + DAY / 2;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock in a zone shows: `2026-11-24T10:00`. */
export function localIn(moment: number | string, zone: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    clocks.set(zone, (clock = new Intl.DateTimeFormat('sv-SE', { ...parts, hourCycle: 'h23', timeZone: zone })));
  }
  return clock.format(new Date(moment)).replace(' ', 'T');
}

/** The moment at which a clock in the zone shows this: the earlier one when it comes twice, the old offset when it never does. */
export function momentOf(local: string, zone: string): number {
  const wanted = utc(local);
  const offset = (moment: number) => utc(localIn(moment, zone)) - moment;
  const [before, after] = [offset(wanted - DAY), offset(wanted + DAY)];
  const early = wanted - before;
  return offset(early) === before ? early : offset(wanted - after) === after ? wanted - after : early;
}

export const minutesOf = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

/** The weeks that a month touches, each of seven days from Monday on. */
export function weeksOf(day: string): string[][] {
  const end = addDays(addMonths(firstOf(day), 1), -1);
  const weeks: string[][] = [];
  for (let monday = mondayOf(firstOf(day)); monday <= end; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
  return weeks;
}

export const weekOf = (day: string) => Array.from({ length: 7 }, (_, index) => addDays(mondayOf(day), index));
