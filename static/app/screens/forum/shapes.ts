// The forum's items and answers on the wire.

import type { Thing } from '../../wire/shapes';

export type State = 'said' | 'withdrawn' | 'hidden';

export interface Topic extends Thing {
  kind: 'topic';
  at: string;
  by: string;
  /** Its opening post. */
  first: string;
  title: string;
  state: State;
  pinned: boolean;
  closed: boolean;
  answers: number;
  last_seq: number;
  last_at: string;
  last_by: string;
}

export interface Post extends Thing {
  kind: 'post';
  topic: string;
  seq: number;
  at: string;
  author: string;
  text: string;
  quote: string | null;
  edited_at: string | null;
  state: State;
  reason: string | null;
  files: string[];
}

export interface PostOriginal extends Thing {
  kind: 'post_original';
  topic: string;
  post: string;
  title: string | null;
  text: string;
  at: string;
  why: 'edited' | 'withdrawn' | 'hidden';
  by: string;
}

export interface TopicMark {
  kind: 'topic_mark';
  id: string;
  space: string;
  seq: number;
  follows: boolean;
}

export interface PostsPage {
  topic: Topic;
  posts: Post[];
  also: Post[];
  originals: PostOriginal[];
  older: boolean;
  newer: boolean;
  seq: number;
}
