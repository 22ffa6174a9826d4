import { expect, it } from 'vitest';
import { renamed, within } from './web-size';

it('bounds the long side and keeps the shape', () => {
  expect(within(4000, 3000, 2560)).toEqual([2560, 1920]);
  expect(within(3000, 4000, 2560)).toEqual([1920, 2560]);
  expect(within(800, 600, 2560)).toEqual([800, 600]);
  expect(within(20000, 2, 2560)).toEqual([2560, 1]);
});

it('names a picture after what it has become', () => {
  expect(renamed('IMG_1.HEIC', 'image/jpeg')).toBe('IMG_1.jpg');
  expect(renamed('river.JPEG', 'image/jpeg')).toBe('river.JPEG');
  expect(renamed('river.png', 'image/jpeg')).toBe('river.jpg');
  expect(renamed('river.webp', 'image/webp')).toBe('river.webp');
  expect(renamed('No ending', 'image/png')).toBe('No ending.png');
});
