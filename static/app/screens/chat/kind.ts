import MessageCircle from '@lucide/svelte/icons/message-circle';
import type { Kind } from '../kinds';
import Screen from './Screen.svelte';

export const kind: Kind = {
  type: 'chat',
  icon: MessageCircle,
  rank: 0,
  make: { command: 'chat.make_room', name: 'chat-kind', hint: 'chat-kind-hint' },
  // Most people come for it, so it is there from the start.
  screen: () => Promise.resolve({ default: Screen }),
};
