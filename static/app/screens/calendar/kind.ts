import CalendarDays from '@lucide/svelte/icons/calendar-days';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'calendar',
  icon: CalendarDays,
  rank: 1,
  make: { command: 'calendar.make', name: 'calendar-kind', hint: 'calendar-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
