import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { isOpen, setOpen } from './opened.svelte';

test('who looks at a folder hears when it opens, and the device remembers it', () => {
  localStorage.setItem('twinspace.open.s', 'a b');
  expect([isOpen('s', 'a'), isOpen('s', 'c'), isOpen('other', 'a')]).toEqual([true, false, false]);
  setOpen('s', ['c'], true);
  setOpen('s', ['a'], false);
  flushSync();
  expect([isOpen('s', 'a'), isOpen('s', 'c')]).toEqual([false, true]);
  expect(localStorage.getItem('twinspace.open.s')).toBe('b c');
});
