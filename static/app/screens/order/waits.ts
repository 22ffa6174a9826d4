// The server puts what a held pupil writes aside and answers `waiting` in place of what would have been made. Whoever sends
// words asks this about the answer before it looks for anything else in it.

import { toast } from '../../parts/toasts.svelte';
import type { Waiting } from '../../wire/shapes';
import { t } from '../../words';

/** True when the words wait for a teacher; says so. */
export function waits(answer: object): answer is { waiting: Waiting } {
  if (!('waiting' in answer)) return false;
  toast(t('order-waits-now'));
  return true;
}
