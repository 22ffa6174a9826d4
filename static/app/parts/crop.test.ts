import { describe, expect, it } from 'vitest';
import { MOST_ZOOM, moved, part, whole, within } from './crop';

const square = { width: 320, height: 320 };
const strip = { width: 900, height: 300 };
const wide = { width: 400, height: 200 };
const tall = { width: 200, height: 400 };

describe('a part of a picture', () => {
  it('begins in the middle, as large as fits', () => {
    expect(part(whole, square, wide)).toEqual({ left: 100, top: 0, width: 200, height: 200 });
    expect(part(whole, square, tall)).toEqual({ left: 0, top: 100, width: 200, height: 200 });
    expect(part(whole, strip, { width: 600, height: 400 })).toEqual({ left: 0, top: 100, width: 600, height: 200 });
    expect(part(whole, strip, { width: 1200, height: 300 })).toEqual({ left: 150, top: 0, width: 900, height: 300 });
  });
  it('never leaves the picture', () => {
    for (const shape of [square, strip])
      for (const [right, down] of [
        [9, 9],
        [-9, -9],
      ] as const) {
        const { left, top, width, height } = part(moved({ ...whole, zoom: 2 }, right, down, shape, wide), shape, wide);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(400.001);
        expect(top + height).toBeLessThanOrEqual(200.001);
      }
  });
  it('follows the finger: dragging to the right shows what is on the left', () => {
    expect(moved(whole, 0.25, 0, square, wide).x).toBeCloseTo(0.375);
    expect(moved(whole, 0, 0.5, strip, tall).y).toBeCloseTo(0.5 - 0.5 * (200 / 3 / 400));
  });
  it('zooms between its bounds', () => {
    expect(within({ ...whole, zoom: 99 }, square, wide).zoom).toBe(MOST_ZOOM);
    expect(within({ ...whole, zoom: 0 }, square, wide).zoom).toBe(1);
  });
});
