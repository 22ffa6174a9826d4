// A topic's title, also where its words are gone.

import { t } from '../../words';
import type { Topic } from './shapes';

export function titleOf({ title, state }: Topic): string {
  return state === 'said' ? title : t(state === 'hidden' ? 'forum-title-hidden' : 'forum-title-withdrawn');
}
