// What My team asks of the server beyond the members themselves. Nothing here runs.
import type { Stretch } from '../../wire/shapes';

/** That a pupil has a class card; `id` is the pupil's. */
export interface Card {
  kind: 'card';
  id: string;
  printed_at: string;
  pin: 'shown' | 'apart';
  hours: { zone: string; week: Stretch[] } | null;
  used_on: string | null;
  /** Shown with wrong pictures too often: it opens nothing any more. */
  stopped: boolean;
}

/** A pupil whose password, name and card are mine to keep. */
export interface OwnPupil {
  person: string;
  username: string;
  email: string | null;
  language: 'en' | 'nl' | null;
  password: boolean;
  card: Card | null;
}

/** An invitation that nobody has followed yet. */
export interface Invited {
  kind: 'invited';
  id: string;
  email: string;
  role: 'teacher' | 'guest';
  school: string | null;
  own_school: boolean;
  by: string;
  sent_at: string;
  expires_at: string;
}

/** A row of a class as it would be made; `wrong` are codes. */
export interface Proposed {
  name: string;
  username: string;
  email: string | null;
  wrong: string[];
  known: boolean;
}
