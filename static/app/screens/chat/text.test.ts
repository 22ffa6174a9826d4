import { describe, expect, it } from 'vitest';
import { pieces } from './links';
import { isLarge, opening, points } from './text';

describe('links', () => {
  const links = (text: string) => pieces(text).flatMap((piece) => piece.href ?? []);

  it.each([
    ['see https://example.org/a?b=c.', ['https://example.org/a?b=c']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['www.example.org!', ['https://www.example.org/']],
    ['http://example.org, https://example.net', ['http://example.org/', 'https://example.net/']],
    ['javascript:alert(1) data:text/html,x ftp://example.org', []],
    ['https://bank.example@evil.example', []],
    ['https://', []],
  ])('%s', (text, expected) => expect(links(text)).toEqual(expected));

  it('loses nothing of the text', () => {
    const text = 'a <b> https://example.org/x). "www.example.org", c\n';
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('lengths', () => {
  it('counts code points', () => expect(points('a👍🏽ლ')).toBe(4));
  it('opens a quote with whole signs on one line', () => expect(opening('a\n👍👍👍', 4)).toBe('a 👍…'));
});

describe('large emoji', () => {
  it.each(['👍', '❤️', '👍🏽🎉', '🇧🇪🇬🇪', '👩‍👩‍👧 🎈'])('%s', (text) => expect(isLarge(text)).toBe(true));
  it.each(['12', '#', 'ok 👍', '👍👍👍👍', '', ' '])('not %s', (text) => expect(isLarge(text)).toBe(false));
});
