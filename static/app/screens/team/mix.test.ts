import { describe, expect, it } from 'vitest';
import { mixed } from './mix';

const people = (sizes: number[]) =>
  sizes.flatMap((size, school) => Array.from({ length: size }, (_, index) => ({ id: `${school}-${index}`, school: `s${school}` })));

describe('mixed groups', () => {
  it.each([
    [[25, 25], 8],
    [[13, 24, 5], 6],
    [[3, 1], 5],
    [[7], 2],
  ])('deal %j into %i evenly', (sizes, count) => {
    const all = people(sizes);
    const groups = mixed(all, count);
    expect(
      groups
        .flat()
        .map((one) => one.id)
        .sort(),
    ).toEqual(all.map((one) => one.id).sort());
    const spread = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers);
    expect(spread(groups.map((group) => group.length))).toBeLessThanOrEqual(1);
    for (const school of new Set(all.map((one) => one.school)))
      expect(spread(groups.map((group) => group.filter((one) => one.school === school).length))).toBeLessThanOrEqual(1);
  });

  it('come out otherwise when shuffled again', () => {
    const all = people([20, 20]);
    const told = () => JSON.stringify(mixed(all, 5));
    expect(new Set([told(), told(), told()]).size).toBeGreaterThan(1);
  });
});
