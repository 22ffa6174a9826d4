import { describe, expect, it } from 'vitest';
import { MOST_ZOOM, moved, square, whole, within } from './crop';

describe('a square out of a picture', () => {
  it('begins in the middle, as large as fits', () => {
    expect(square(whole, 400, 200)).toEqual({ left: 100, top: 0, side: 200 });
    expect(square(whole, 200, 400)).toEqual({ left: 0, top: 100, side: 200 });
  });
  it('never leaves the picture', () => {
    for (const [right, down] of [
      [9, 9],
      [-9, -9],
    ] as const) {
      const { left, top, side } = square(moved({ ...whole, zoom: 2 }, right, down, 400, 200), 400, 200);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + side).toBeLessThanOrEqual(400);
      expect(top + side).toBeLessThanOrEqual(200);
    }
  });
  it('follows the finger: dragging to the right shows what is on the left', () => {
    expect(moved(whole, 0.25, 0, 400, 200).x).toBeCloseTo(0.375);
  });
  it('zooms between its bounds', () => {
    expect(within({ ...whole, zoom: 99 }, 100, 100).zoom).toBe(MOST_ZOOM);
    expect(within({ ...whole, zoom: 0 }, 100, 100).zoom).toBe(1);
  });
});
