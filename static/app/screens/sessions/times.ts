// Local times of schools, for booking: what people agree on is a local time and its zone.

// Browsers read more than that as a date, even ":00Z".
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** The moment at which clocks in a zone show this local time ("2026-11-24T10:15"), as milliseconds; null if they never do. */
export function momentOf(local: string, zone: string): number | null {
  const wanted = LOCAL.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  if (Number.isNaN(wanted)) return null;
  let guess = wanted;
  for (let round = 0; round < 3; round++) guess = wanted - (shownAs(guess, zone) - guess);
  return shownAs(guess, zone) === wanted ? guess : null;
}

/** What clocks in a zone show at a moment, as "2026-11-24T10:15". */
export function localOf(moment: number, zone: string): string {
  return new Date(shownAs(moment, zone)).toISOString().slice(0, 16);
}

function shownAs(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
