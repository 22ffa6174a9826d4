// The pictures of class cards, the same that are printed on them: one file each, beside the sheet that the server prints.
import type { WordId } from '../../words';

const files = import.meta.glob<string>('../../../../twinspace_server/people/card_sheet/signs/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Sign {
  name: string;
  word: WordId;
  /** The drawing itself, of our own making: the page's rules load no pictures out of addresses. */
  drawn: string;
}

/** In the order of the server's list, so that every card meets them in the same places. */
const order = ['sun', 'moon', 'star', 'tree', 'fish', 'bird', 'boat', 'house', 'heart', 'key', 'apple', 'umbrella'];

export const signs: Sign[] = order.map((name) => {
  const raw = Object.entries(files).find(([path]) => path.endsWith(`/${name}.svg`))?.[1] ?? '';
  return { name, word: `cards-sign-${name}` as WordId, drawn: raw };
});
