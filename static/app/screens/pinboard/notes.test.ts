import { describe, expect, it } from 'vitest';
import { byColumn, extent, freeSpot, HEIGHT, inside, NOTE_HEIGHT, NOTE_WIDTH, tilt, WIDTH, type Note } from './notes';

const note = (id: string, column: string | null = null) => ({ kind: 'note', id, column }) as Note;
const seen = { x: 100, y: 50, width: 1000, height: 700 };

describe('spots on the board', () => {
  it('are whole numbers that the server takes', () => {
    expect(inside({ x: -3.2, y: 12.6 })).toEqual({ x: 0, y: 13 });
    expect(inside({ x: 1e6, y: 1e6 })).toEqual({ x: WIDTH, y: HEIGHT });
  });

  it('a new note covers none while there is room in what is seen', () => {
    const hung: { x: number; y: number }[] = [];
    for (let count = 0; count < 12; count++) {
      const spot = freeSpot(hung, seen);
      for (const { x, y } of hung) expect(Math.abs(x - spot.x) >= NOTE_WIDTH || Math.abs(y - spot.y) >= NOTE_HEIGHT).toBe(true);
      expect(spot.x).toBeGreaterThanOrEqual(seen.x);
      expect(spot.y + NOTE_HEIGHT).toBeLessThanOrEqual(seen.y + seen.height);
      hung.push(spot);
    }
  });

  it('where there is no room it lies over the others, near the corner', () => {
    const hung = Array.from({ length: 100 }, (_, n) => ({ x: 100 + (n % 10) * 100, y: 50 + Math.floor(n / 10) * 70 }));
    const spot = freeSpot(hung, seen);
    expect(spot.x).toBeLessThan(seen.x + 250);
    expect(spot.y).toBeLessThan(seen.y + 250);
  });

  it('the board grows with what hangs there', () => {
    expect(extent([], { width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
    const { width, height } = extent([{ x: 3000, y: 2000 }], { width: 800, height: 600 });
    expect(width).toBeGreaterThan(3000 + NOTE_WIDTH);
    expect(height).toBeGreaterThan(2000 + NOTE_HEIGHT);
  });

  it('a note always hangs the same way', () => {
    expect(tilt('01ABC')).toBe(tilt('01ABC'));
    expect(Math.abs(tilt('01XYZ'))).toBeLessThan(2);
  });
});

describe('columns', () => {
  const columns = [
    { id: 'a', title: 'Water' },
    { id: 'b', title: 'Bank' },
  ];

  it('hold their notes; what is in none, or in one that is no more, comes first', () => {
    const lanes = byColumn([note('1', 'b'), note('2'), note('3', 'gone'), note('4', 'a')], columns);
    expect(lanes.map(({ id, notes }) => [id, notes.map((each) => each.id)])).toEqual([
      [null, ['2', '3']],
      ['a', ['4']],
      ['b', ['1']],
    ]);
  });

  it('there is no lane for none when nothing is in it', () => {
    expect(byColumn([note('1', 'a')], columns).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
