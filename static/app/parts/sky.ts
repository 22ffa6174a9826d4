// What the sky over a school looks like at its local hour: which of the four skies, and where sun or moon stands.
// Pure arithmetic for Skies and its tests; the zone's offset comes from the browser's own tables.

export type Sky = 'night' | 'dawn' | 'day' | 'dusk';

const SUNRISE = 6;
const SUNSET = 20;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Hours since local midnight, 13.5 for half past one; a zone that this browser does not know counts as UTC. */
export function localHour(zone: string | undefined, now: number): number {
  const key = zone ?? '';
  let clock = clocks.get(key);
  if (!clock) {
    const options = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
    try {
      clock = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    } catch {
      clock = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    }
    clocks.set(key, clock);
  }
  const part = (type: string) => Number(clock.formatToParts(now).find((each) => each.type === type)?.value ?? 0);
  return part('hour') + part('minute') / 60;
}

export function skyAt(hour: number): Sky {
  if (hour < 6 || hour >= 20) return 'night';
  if (hour < 9) return 'dawn';
  return hour < 17 ? 'day' : 'dusk';
}

export interface Light {
  body: 'sun' | 'moon';
  /** How much of the way across the sky is behind it, 0 to 1. */
  way: number;
  /** 0 at the horizon, 1 at its highest. */
  height: number;
}

/** The sun from 6 to 20, the moon through the night. */
export function lightAt(hour: number): Light {
  const sun = hour >= SUNRISE && hour < SUNSET;
  const way = sun ? (hour - SUNRISE) / (SUNSET - SUNRISE) : ((hour - SUNSET + 24) % 24) / (24 - SUNSET + SUNRISE);
  return { body: sun ? 'sun' : 'moon', way, height: Math.sin(Math.PI * way) };
}

/** Which schools the bar shows: one's own, and of the others the first that is awake now. */
export function shownSchools<S extends { id: string; zone: string }>(schools: readonly S[], own: string | null, now: number): S[] {
  const mine = schools.find((school) => school.id === own);
  const others = schools.filter((school) => school !== mine);
  if (!mine) return others.slice(0, 2);
  const awake = (school: S) => ['dawn', 'day'].includes(skyAt(localHour(school.zone, now)));
  const other = others.find(awake) ?? others[0];
  return other ? [mine, other] : [mine];
}
