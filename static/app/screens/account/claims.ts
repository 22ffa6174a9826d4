// What the account screen and the support desk know of schools and of those who say that they belong to them. Nothing here runs.
import type { Draft } from '../register/choices';

export interface Attachment {
  kind: 'attachment';
  id: string;
  person: string;
  name: string;
  school: string;
  school_name: string;
  town: string;
  country: string;
  to_check: boolean;
  state: 'claimed' | 'confirmed' | 'refused';
  at: string;
}

export interface AboutMe {
  schools: Attachment[];
  claims: Attachment[];
  teaching: { function: Draft['function']; subjects: string[] } | null;
  wishes: { ideas: string; topics: string[]; languages: string[]; ages: string[]; project_kit: string | null } | null;
}
