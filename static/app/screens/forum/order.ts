// Which topics stand where, and which have news. Pure.

import type { Topic, TopicMark } from './shapes';

export type Choice = 'all' | 'news' | 'followed';

/** What I have read: everything up to `read`, and single topics further. */
export interface Marks {
  read: number;
  of: ReadonlyMap<string, TopicMark>;
}

/** Somebody else has written since I was there last. */
export function hasNews(topic: Topic, marks: Marks, me: string | null): boolean {
  return topic.last_by !== me && topic.last_seq > Math.max(marks.read, marks.of.get(topic.id)?.seq ?? 0);
}

/** The pinned ones above, then the liveliest first. */
export function inOrder(topics: readonly Topic[]): Topic[] {
  return [...topics].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.last_seq - a.last_seq);
}

/**
 * The topics that are shown for a choice. While older ones are not loaded, one that an event brought from below the edge of
 * what is loaded (`oldest`) would stand in a gap: it waits until the list reaches it.
 */
export function shown(topics: readonly Topic[], choice: Choice, marks: Marks, me: string | null, oldest: number): Topic[] {
  const chosen = topics.filter(
    (topic) =>
      (topic.pinned || topic.last_seq >= oldest) &&
      (choice === 'all' || (choice === 'news' ? hasNews(topic, marks, me) : marks.of.get(topic.id)?.follows)),
  );
  return inOrder(chosen);
}
