// Two letters that stand for a name, in any script. Used by Face.

const letters = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

function first(word: string): string {
  if (!letters) return [...word][0] ?? '';
  for (const { segment } of letters.segment(word)) return segment;
  return '';
}

/** "Inês Carvalho" → "IC"; a title such as "Ms." is no name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const names = words.filter((word) => !word.endsWith('.'));
  const [one, ...rest] = names.length ? names : words;
  if (!one) return '?';
  const last = rest.at(-1);
  const both = first(one) + (last ? first(last) : '');
  // Georgian has capitals in Unicode, but neither its readers nor most fonts use them.
  return /\p{Script=Georgian}/u.test(both) ? both : both.toLocaleUpperCase();
}
