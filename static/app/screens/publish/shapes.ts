// What publishing, consent marks and "who is in it" send over the wire.

export interface Published {
  address: string;
  at: string;
  until: string | null;
  changed: boolean;
}

export type HeldWhy = 'nobody_said' | 'no_consent' | 'gone' | 'not_yours';

export interface Held {
  file: string;
  name: string;
  place: string;
  why: HeldWhy;
  people: string[];
}

export interface Preview {
  place: string;
  may: 'publish' | 'propose' | 'nothing';
  published: Published | null;
  language: string;
  names: { was: string; shown: string; times: number }[];
  held: Held[];
  links: { words: string; to: string }[];
  without_alt: { file: string; name: string }[];
  mails: string[];
  files: number;
  inside: { place: string; title: string; public: boolean }[];
}

export interface PublicPlace {
  place: string;
  title: string;
  type: string;
  address: string;
  revision: number;
  at: string;
  by: string;
  until: string | null;
  changed: boolean;
  shown: number;
  held: number;
}

export interface EverythingPublic {
  places: PublicPlace[];
  address: string | null;
  indexed: boolean;
  may_set: boolean;
}

export interface Proposal {
  id: string;
  place: string;
  by: string;
  at: string;
  word: string;
  state: 'open' | 'published' | 'refused' | 'withdrawn';
  answer: string;
  answered_by: string | null;
}

export interface Proposals {
  proposals: Proposal[];
  to_answer: string[];
}

export interface Consent {
  id: string;
  photo_inside: boolean;
  photo_public: boolean;
  name_public: boolean;
  by: string | null;
  at: string | null;
}

export interface Kept {
  consents: Consent[];
  mine_to_keep: string[];
}

export interface Pictured {
  id: string;
  place: string;
  people: string[];
  by: string;
  at: string;
  to_check: boolean;
}
