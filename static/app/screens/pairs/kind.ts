import MessagesSquare from '@lucide/svelte/icons/messages-square';
import ChatScreen from '../chat/Screen.svelte';
import type { Kind } from '../kinds';

/** A room of two: it makes itself when one of them opens it from the team. */
export const kind: Kind = {
  type: 'pair',
  icon: MessagesSquare,
  rank: 2,
  screen: () => Promise.resolve({ default: ChatScreen }),
};
