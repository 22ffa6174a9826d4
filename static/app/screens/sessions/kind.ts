import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import ChatScreen from '../chat/Screen.svelte';
import type { Kind } from '../kinds';

/** The room of a booked session: a chat room with a gate. Booking makes it. */
export const kind: Kind = {
  type: 'session',
  icon: CalendarClock,
  rank: 1,
  screen: () => Promise.resolve({ default: ChatScreen }),
};
