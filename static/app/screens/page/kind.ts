import FileText from '@lucide/svelte/icons/file-text';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'page',
  icon: FileText,
  rank: 3,
  make: { command: 'page.make', name: 'page-kind', hint: 'page-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
