// In which order an archive shows its files.

import { describe, expect, it } from 'vitest';
import { kindOfFile, sizeOf, stemOf, type FileItem } from '../../space/files';
import { sorted, type Order } from './sorting';

const file = (seq: number, name: string, more: Partial<FileItem> = {}): FileItem => ({
  kind: 'file',
  id: `${seq}`,
  place: 'p',
  seq,
  at: `2026-11-0${seq}T10:00:00.000Z`,
  author: 'alice',
  name,
  type: 'text/plain',
  size: seq * 100,
  description: '',
  alt: '',
  width: null,
  height: null,
  rank: seq,
  version: 1,
  state: 'shown',
  reason: null,
  changed_at: null,
  changed_by: null,
  ...more,
});
const files = [
  file(1, 'Week 10.txt', { author: 'milo' }),
  file(2, 'Week 2.txt', { type: 'application/pdf', name: 'Week 2.pdf' }),
  file(3, 'a.txt'),
];
const compare = new Intl.Collator('en', { numeric: true }).compare;
const names = (order: Order) => sorted(files, order, (id) => id, compare, kindOfFile).map(({ name }) => name);

describe('sorted', () => {
  it.each<[Order, string[]]>([
    [{ by: 'name', down: false }, ['a.txt', 'Week 2.pdf', 'Week 10.txt']],
    [{ by: 'name', down: true }, ['Week 10.txt', 'Week 2.pdf', 'a.txt']],
    [{ by: 'size', down: true }, ['a.txt', 'Week 2.pdf', 'Week 10.txt']],
    [{ by: 'who', down: false }, ['a.txt', 'Week 2.pdf', 'Week 10.txt']],
    [{ by: 'when', down: true }, ['a.txt', 'Week 2.pdf', 'Week 10.txt']],
    [{ by: 'kind', down: false }, ['Week 2.pdf', 'a.txt', 'Week 10.txt']],
  ])('%o', (order, wanted) => expect(names(order)).toEqual(wanted));
});

describe('sizes and names', () => {
  it('says sizes as the server counts them', () => {
    expect([0, 10, 3000, 5 * 1024 * 1024].map((bytes) => sizeOf(bytes))).toEqual(['0 kB', '1 kB', '3 kB', '5 MB']);
    expect(sizeOf(5 * 1024 * 1024 + 1, true)).toBe('5.01 MB');
  });
  it('knows the ending', () => expect(stemOf('My notes.tar.gz')).toBe('My notes.tar'));
});
