// The rule of repeating, between the server's RRULE and the few choices of the form. A rule that the form can't say stays as it is.

import { date, shaped, t } from '../../words';
import { addDays, mondayOf, noon } from './local';
import type { CalendarEvent } from './shapes';

export type Every = 'never' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'other';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const parts = (rule: string) => new Map(rule.split(';').map((part) => part.split('=') as [string, string]));

/** Which choice a rule is; the day until which it goes, '' for no end. */
export function choiceOf(rule: string | null): { every: Every; until: string } {
  if (!rule) return { every: 'never', until: '' };
  const said = parts(rule);
  const end = said.get('UNTIL') ?? '';
  const until = end ? `${end.slice(0, 4)}-${end.slice(4, 6)}-${end.slice(6, 8)}` : '';
  const names = [...said.keys()].filter((name) => !['FREQ', 'INTERVAL', 'UNTIL'].includes(name));
  const every = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }[said.get('FREQ') ?? ''] as Every | undefined;
  const interval = said.get('INTERVAL') ?? '1';
  if (names.length || !every) return { every: 'other', until };
  if (every === 'week' && interval === '2') return { every: 'fortnight', until };
  return { every: interval === '1' ? every : 'other', until };
}

export function ruleOf(every: Exclude<Every, 'other'>, until: string): string | null {
  if (every === 'never') return null;
  const rule = { day: 'FREQ=DAILY', week: 'FREQ=WEEKLY', fortnight: 'FREQ=WEEKLY;INTERVAL=2', month: 'FREQ=MONTHLY', year: 'FREQ=YEARLY' }[
    every
  ];
  return until ? `${rule};UNTIL=${until.replaceAll('-', '')}` : rule;
}

/** How it repeats, in words. */
export function repeatWords(event: CalendarEvent): string {
  const { every, until } = choiceOf(event.repeat);
  const said = parts(event.repeat ?? '');
  const week = mondayOf(event.starts);
  const named = said.get('FREQ') === 'WEEKLY' && [...said.keys()].every((name) => ['FREQ', 'BYDAY', 'UNTIL', 'COUNT'].includes(name));
  const day = (offset: number) => shaped(noon(addDays(week, offset)), { weekday: 'long', timeZone: 'UTC' });
  const days = (said.get('BYDAY') ?? '').split(',').map((name) => DAYS.indexOf(name));
  const words =
    named && said.has('BYDAY') && days.every((index) => index >= 0)
      ? t('calendar-every-weekdays', { days: days.map(day).join(', ') })
      : t(`calendar-every-${every}`);
  const last = until || (event.last ?? '').slice(0, 10);
  return last ? `${words} ${t('calendar-until-day', { day: date(noon(last), 'UTC') })}` : words;
}
