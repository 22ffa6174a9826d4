// The tabs of a support desk, in their order. What stands in each is its own component; Screen shows the one that is chosen.
import type { WordId } from '../../words';

export const tabs: { id: string; text: WordId }[] = [
  { id: 'projects', text: 'support-tab-projects' },
  { id: 'record', text: 'support-tab-record' },
];
