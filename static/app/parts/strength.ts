// How long a password would stand: the same judgement as the server's (`people/passwords.py`), made while somebody types, on the device.
// Loaded with the first password that is chosen: its lists are large. It never decides; the server does.
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Letters that are looked at, and the guesses that a grown-up's must outlast (as powers of ten); both as on the server. */
const JUDGED = 72;
const ENOUGH = 9;
const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** From 0 (guessed at once) to 4 (never); 3 is enough. */
export function strength(password: string, words: readonly string[]): 0 | 1 | 2 | 3 | 4 {
  const parts = words.flatMap((word) => [word, ...word.split(/[\W_]+/)]).filter((part) => part.length > 2);
  const guesses = judge.check(password.slice(0, JUDGED), [...parts, 'twinspace']).guessesLog10;
  if (guesses >= ENOUGH + 3) return 4;
  if (guesses >= ENOUGH) return 3;
  return guesses >= ENOUGH - 2 ? 2 : guesses >= 4 ? 1 : 0;
}
