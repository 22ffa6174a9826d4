import MessagesSquare from '@lucide/svelte/icons/messages-square';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'forum',
  icon: MessagesSquare,
  rank: 2,
  make: { command: 'forum.make', name: 'forum-kind', hint: 'forum-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
