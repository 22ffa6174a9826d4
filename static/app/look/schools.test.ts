// Hues and shapes of a space's schools: never the same hue twice while there are free ones.
import { expect, it } from 'vitest';
import { hues, schoolLooks } from './schools';

const look = (...wanted: string[]) => [...schoolLooks(wanted.map((hue, index) => ({ id: `${index}`, hue }))).values()];

it('leaves different hues alone and lets shapes take turns', () => {
  expect(look('plum', 'leaf')).toEqual([
    { hue: 'plum', shape: 'round' },
    { hue: 'leaf', shape: 'square' },
  ]);
});

it('gives the second of the same hue the next one, round the end', () => {
  expect(look('lagoon', 'lagoon').map((each) => each.hue)).toEqual(['lagoon', 'marigold']);
  expect(look('sky', 'sky').map((each) => each.hue)).toEqual(['sky', 'lagoon']);
  expect(look('lagoon', 'marigold', 'lagoon').map((each) => each.hue)).toEqual(['lagoon', 'marigold', 'coral']);
});

it('has looks for a dozen schools and for a hue it does not know', () => {
  expect(new Set(look(...Array<string>(6).fill('coral')).map((each) => each.hue)).size).toBe(hues.length);
  expect(look(...Array<string>(12).fill('coral'))).toHaveLength(12);
  expect(look('ultraviolet')[0]!.hue).toBe('lagoon');
});
