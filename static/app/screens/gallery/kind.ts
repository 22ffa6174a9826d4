import Images from '@lucide/svelte/icons/images';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'gallery',
  icon: Images,
  rank: 50,
  make: { command: 'gallery.make', name: 'gallery-kind', hint: 'gallery-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
