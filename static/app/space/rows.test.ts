import { describe, expect, test } from 'vitest';
import type { Place } from '../wire/shapes';
import { above, rowsOf, step, within } from './rows';
import { treeOf } from './tree';

const place = (id: string, parent: string | null, title = id): Place =>
  ({ kind: 'place', id, parent, type: 'folder', title, own_table: false, may: [], author: 'a', description: '', icon: '' }) as Place;

const all = [
  place('s', null),
  place('b', 's', 'Birds'),
  place('a', 's', 'Archive'),
  place('b1', 'b', 'Two'),
  place('b2', 'b', 'One'),
  place('b3', 'b2'),
];
const tree = treeOf('s', all);
const order = (x: Place, y: Place) => x.title.localeCompare(y.title);
const ids = (open: string[]) => rowsOf(tree, (id) => open.includes(id), order).map(({ place }) => place.id);

describe('the rows of a tree', () => {
  test('are in order, and what is closed hides what is inside', () => {
    expect(ids([])).toEqual(['a', 'b']);
    expect(ids(['b'])).toEqual(['a', 'b', 'b2', 'b1']);
    expect(ids(['b', 'b2'])).toEqual(['a', 'b', 'b2', 'b3', 'b1']);
    expect(ids(['b2'])).toEqual(['a', 'b']);
  });

  test('know their level, and how many stand beside them', () => {
    const [, , one] = rowsOf(tree, (id) => id === 'b', order);
    expect([one!.level, one!.at, one!.of, one!.open]).toEqual([2, 1, 2, false]);
  });

  test('what is inside, and what is around', () => {
    expect([...within(tree.find(({ place }) => place.id === 'b')!)].map(({ id }) => id).sort()).toEqual(['b', 'b1', 'b2', 'b3']);
    expect(above(new Map(all.map((one) => [one.id, one])), 'b3').map(({ id }) => id)).toEqual(['b', 'b2']);
  });

  test('keys go through them as in every tree', () => {
    const rows = rowsOf(tree, (id) => id === 'b', order);
    expect(step(rows, 'a', 'ArrowDown', 'ArrowRight')).toEqual({ to: 'b' });
    expect(step(rows, 'a', 'ArrowUp', 'ArrowRight')).toBe(null);
    expect(step(rows, 'b', 'ArrowRight', 'ArrowRight')).toEqual({ to: 'b2' });
    expect(step(rows, 'b2', 'ArrowRight', 'ArrowRight')).toEqual({ toggle: 'b2', open: true });
    expect(step(rows, 'b2', 'ArrowLeft', 'ArrowRight')).toEqual({ to: 'b' });
    expect(step(rows, 'b', 'ArrowLeft', 'ArrowRight')).toEqual({ toggle: 'b', open: false });
    expect(step(rows, 'b', 'ArrowRight', 'ArrowLeft')).toEqual({ toggle: 'b', open: false });
    expect(step(rows, 'a', 'End', 'ArrowRight')).toEqual({ to: 'b1' });
    expect(step(rows, 'b1', 'Home', 'ArrowRight')).toEqual({ to: 'a' });
  });
});
