import { describe, expect, it } from 'vitest';
import { behind, called, coverOf, inOrder, lacksWords, ratio, sources, type Picture } from './pictures';

const picture = (id: string, more: Partial<Picture> = {}): Picture => ({
  kind: 'file', id, place: 'wall', seq: Number(id), rank: Number(id) * 10, at: '', author: 'pia', name: `${id}.jpg`, type: 'image/jpeg',
  size: 1, description: '', alt: '', width: 1200, height: 900, version: 1, state: 'shown', reason: null, changed_at: null, changed_by: null, ...more,
}); // prettier-ignore
const ids = (pictures: Picture[]) => pictures.map(({ id }) => id).join('');
const four = ['3', '1', '4', '2'].map((id) => picture(id));

describe('the order', () => {
  it('follows the ranks, and the numbers where they are equal', () => {
    expect(ids(inOrder(four))).toBe('1234');
    expect(ids(inOrder([picture('2', { rank: 5 }), picture('1', { rank: 5 })]))).toBe('12');
  });

  it('shows what is being moved where it was let go', () => {
    expect(ids(inOrder(four, [{ file: '4', after: null }]))).toBe('4123');
    expect(ids(inOrder(four, [{ file: '1', after: '3' }]))).toBe('2314');
    expect(ids(inOrder(four, [{ file: '1', after: 'gone' }]))).toBe('1234');
    expect(ids(inOrder(four, [{ file: 'gone', after: '1' }]))).toBe('1234');
  });

  it('says behind which one a picture comes to stand', () => {
    const order = inOrder(four);
    expect(behind(order, '4', 0)).toBeNull();
    expect(behind(order, '1', 1)).toBe('2');
    expect(behind(order, '1', 99)).toBe('4');
    expect(behind(order, '2', 1)).toBeUndefined();
    expect(behind(order, 'gone', 1)).toBeUndefined();
  });
});

describe('one picture', () => {
  it('never asks for more than it has', () => {
    expect(sources(picture('1', { width: 1200 }))).toBe(
      '/files/1/320?version=1 320w, /files/1/960?version=1 960w, /files/1/1600?version=1 1200w',
    );
    expect(sources(picture('1', { width: 200 }))).toBe('/files/1/320?version=1 200w');
  });

  it('keeps its shape within bounds', () => {
    expect(ratio(picture('1', { width: 400, height: 300 }))).toBeCloseTo(4 / 3);
    expect(ratio(picture('1', { width: 4000, height: 300 }))).toBe(3);
    expect(ratio(picture('1', { width: null, height: null }))).toBe(1);
  });

  it('is called by what is to be seen on it', () => {
    expect(called(picture('1', { alt: 'A heron', description: 'At last' }))).toBe('A heron');
    expect(called(picture('1', { description: 'At last' }))).toBe('At last');
    expect(called(picture('1'))).toBe('1');
    expect(lacksWords(picture('1'))).toBe(true);
    expect(lacksWords(picture('1', { state: 'hidden' }))).toBe(false);
  });
});

it('a gallery shows its cover, and its first picture without one', () => {
  const order = inOrder(four);
  expect(coverOf(order, '3')?.id).toBe('3');
  expect(coverOf(order, 'gone')?.id).toBe('1');
  expect(coverOf([picture('1', { state: 'hidden' }), picture('2')], '1')?.id).toBe('2');
  expect(coverOf([], null)).toBeUndefined();
});
