import StickyNote from '@lucide/svelte/icons/sticky-note';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'pinboard',
  icon: StickyNote,
  rank: 10,
  make: { command: 'pinboard.make', name: 'pinboard-kind', hint: 'pinboard-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
