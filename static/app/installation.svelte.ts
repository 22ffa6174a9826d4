// What this installation says of itself to anybody: its name, whether it is a demo, whether the connection is secure.
// Asked once at the start; App and the sign-in screen read it. An installation that does not answer is an ordinary one.
import { call } from './wire/http';

export interface DemoPerson {
  username: string;
  name: string;
  role: 'teacher' | 'pupil' | 'outsider' | 'operator' | 'support';
  school?: string | null;
}

interface About {
  name?: string;
  organisation?: string;
  needs_setup?: boolean;
  demo?: boolean;
  insecure?: boolean;
  sign_on?: string | null;
  demo_people?: DemoPerson[];
}

let about = $state.raw<About>({});
let loaded = $state(false);

export const installation = {
  get name() {
    return about.name ?? '';
  },
  get organisation() {
    return about.organisation ?? '';
  },
  /** Nobody runs it yet: everything leads to the set-up page. */
  get needsSetup() {
    return about.needs_setup ?? false;
  },
  get loaded() {
    return loaded;
  },
  get demo() {
    return about.demo ?? false;
  },
  get insecure() {
    return about.insecure ?? false;
  },
  /** The provider with whose accounts one may sign in, by name. */
  get signOn() {
    return about.sign_on ?? '';
  },
  get people() {
    return about.demo_people ?? [];
  },
  async load() {
    about = await call<About>('installation.about').catch(() => about);
    loaded = true;
  },
};
