// What the server tells those who run the installation. Only this screen asks for it.
import type { School } from '../../wire/shapes';
import type { Approval, HowMailGoes } from '../setup/form.svelte';

export interface Standing {
  called: string;
  organisation: string;
  approval: Approval;
  version: string;
  address: string;
  secure: boolean;
  database: string;
  files: string;
  mail: HowMailGoes;
  adults: number;
  pupils: number;
  schools: number;
  spaces: number;
}

export interface Waiting {
  id: string;
  method: string;
  mail: string | null;
  reader: string | null;
  tries: number;
  error: string | null;
  next_at: string | null;
  buried_at: string | null;
}

export interface Outgoing {
  waiting: number;
  failing: Waiting[];
  buried: Waiting[];
}

export interface Claim {
  person: string;
  name: string;
  username: string;
  email: string | null;
  school: string;
  school_name: string;
  town: string;
  country: string;
  at: string;
}

export interface Account {
  id: string;
  username: string;
  name: string;
  email: string | null;
  adult: boolean;
  operator: boolean;
  blocked: boolean;
  made_at: string;
  used_at: string | null;
  schools: { school: string; name: string; state: 'claimed' | 'confirmed' | 'refused' }[];
  desks: string[];
}

export interface Known {
  school: School;
  adults: number;
  pupils: number;
}

export interface Desk {
  id: string;
  name: string;
}

export interface Sitting {
  country: string;
  person: string;
  name: string;
  username: string;
}
