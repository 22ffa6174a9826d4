import { expect, test } from 'vitest';
import { qr } from './qr';

test('a code has its three corners', () => {
  const { size, path } = qr('https://school.example/p/two-rivers-2222222222');
  expect(size).toBeGreaterThan(20);
  for (const corner of ['M0 0h1v1h-1z', `M${size - 1} 0h1v1h-1z`, `M0 ${size - 1}h1v1h-1z`]) expect(path).toContain(corner);
});
