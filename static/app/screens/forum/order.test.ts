// The order of topics, and what counts as news.

import { describe, expect, it } from 'vitest';
import { hasNews, inOrder, shown } from './order';
import type { Topic, TopicMark } from './shapes';

const topic = (id: string, last_seq: number, more: Partial<Topic> = {}) =>
  ({ kind: 'topic', id, place: 'f', last_seq, last_by: 'milo', pinned: false, ...more }) as Topic;
const mark = (id: string, seq: number, follows = false): [string, TopicMark] => [id, { kind: 'topic_mark', id, space: 's', seq, follows }];
const ids = (topics: Topic[]) => topics.map(({ id }) => id).join(' ');

describe('topics', () => {
  it('stand with the pinned ones above and the liveliest first', () => {
    expect(ids(inOrder([topic('a', 3), topic('b', 9), topic('c', 1, { pinned: true }), topic('d', 5)]))).toBe('c b d a');
  });

  it('have news when somebody else wrote after what I have read', () => {
    const marks = { read: 4, of: new Map([mark('a', 7)]) };
    expect(hasNews(topic('a', 7), marks, 'pia')).toBe(false);
    expect(hasNews(topic('a', 8), marks, 'pia')).toBe(true);
    expect(hasNews(topic('a', 8, { last_by: 'pia' }), marks, 'pia')).toBe(false);
    expect(hasNews(topic('b', 4), marks, 'pia')).toBe(false);
    expect(hasNews(topic('b', 5), marks, 'pia')).toBe(true);
  });

  it('are chosen by news and by following, and none stands beyond the edge of what is loaded', () => {
    const all = [topic('a', 8), topic('b', 3), topic('c', 2, { pinned: true }), topic('d', 6)];
    const marks = { read: 6, of: new Map([mark('b', 0, true), mark('c', 0, true)]) };
    expect(ids(shown(all, 'all', marks, 'pia', 5))).toBe('c a d');
    expect(ids(shown(all, 'news', marks, 'pia', 0))).toBe('a');
    expect(ids(shown(all, 'followed', marks, 'pia', 0))).toBe('c b');
  });
});
