import { expect, test } from 'vitest';
import { proposed } from './form.svelte';

test('a user name is proposed out of a name', () => {
  expect(proposed('Zoë van den Berg')).toBe('zoe');
  expect(proposed('  ')).toBe('');
  expect(proposed('ლუკა ჯაფარიძე')).toBe('');
});
