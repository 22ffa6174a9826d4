// Cuts a message into plain text and links, so that it can be drawn without ever being read as HTML. Message and quote
// use it. Only http and https become links; everything else stays the text that somebody typed.

export type Piece = { text: string; href?: string };

const LINK = /\bhttps?:\/\/[^\s<>"'`]+|\bwww\.[a-z0-9-]+\.[^\s<>"'`]+/giu;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = withoutTail(match[0]);
    const href = address(shown);
    if (!href) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** The full stop after an address ends the sentence, not the address; a bracket only if it was opened outside. */
function withoutTail(link: string): string {
  let end = link.length;
  for (; end > 0; end--) {
    const last = link[end - 1]!;
    if ('.,;:!?…»”’*_~'.includes(last)) continue;
    if (last === ')' && count(link.slice(0, end), ')') > count(link.slice(0, end), '(')) continue;
    if (last === ']' && count(link.slice(0, end), ']') > count(link.slice(0, end), '[')) continue;
    break;
  }
  return link.slice(0, end);
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

function address(shown: string): string | null {
  try {
    const url = new URL(shown.startsWith('www.') || shown.startsWith('WWW.') ? `https://${shown}` : shown);
    // `https://bank.example@evil.example` reads as the one and leads to the other.
    return url.hostname.includes('.') || url.hostname === 'localhost' ? (url.username ? null : url.href) : null;
  } catch {
    return null;
  }
}
