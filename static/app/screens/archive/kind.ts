import Archive from '@lucide/svelte/icons/archive';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'archive',
  icon: Archive,
  rank: 4,
  make: { command: 'archive.make', name: 'archive-kind', hint: 'archive-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
