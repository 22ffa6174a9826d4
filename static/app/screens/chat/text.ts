// What can be said of a text by looking at it: how long it is for the server, whether it is nothing but emoji, and its
// first words. Composer, messages and quotes ask. Pure.

/** The server counts code points, not UTF-16 units: an emoji is one or a few, whatever JavaScript says. */
export const LIMIT = 4000;

export function points(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const ONLY_EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f\u{1f1e6}-\u{1f1ff}\u{e0020}-\u{e007f}\s]+$/u;
const ONE_EMOJI =
  /[\u{1f1e6}-\u{1f1ff}]{2}|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}\u{e0020}-\u{e007f}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*/gu;

/** Up to three emoji and nothing else are drawn large. */
export function isLarge(text: string): boolean {
  if (text.length > 60 || !ONLY_EMOJI.test(text)) return false;
  const emoji = text.match(ONE_EMOJI)?.length ?? 0;
  return emoji > 0 && emoji <= 3;
}

/** One line of at most `length` signs, for a quote; never half a sign. */
export function opening(text: string, length = 120): string {
  const line = [...text.replace(/\s+/gu, ' ').trim()];
  return line.length <= length ? line.join('') : line.slice(0, length - 1).join('') + '…';
}
