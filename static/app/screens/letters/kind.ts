import Mail from '@lucide/svelte/icons/mail';
import type { Kind } from '../kinds';

export const kind: Kind = {
  type: 'mailbox',
  icon: Mail,
  rank: 90,
  screen: () => import('./Screen.svelte'),
};
