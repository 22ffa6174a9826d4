import { expect, it } from 'vitest';
import type { Notification } from '../../wire/shapes';
import { byDay } from './days';

const told = (id: string, at: string) => ({ id, at }) as Notification;

it('puts what came on one day together, in the order in which it stands', () => {
  const all = [told('c', '2026-11-21T12:00:00Z'), told('b', '2026-11-20T13:00:00Z'), told('a', '2026-11-20T12:00:00Z')];
  expect(byDay(all).map((day) => day.told.map((one) => one.id))).toEqual([['c'], ['b', 'a']]);
  expect(byDay([])).toEqual([]);
});
