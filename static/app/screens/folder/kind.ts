import Folder from '@lucide/svelte/icons/folder';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'folder',
  icon: Folder,
  rank: 40,
  make: { command: 'folder.make', name: 'folder-kind', hint: 'folder-kind-hint' },
  screen: () => import('./Screen.svelte'),
};
