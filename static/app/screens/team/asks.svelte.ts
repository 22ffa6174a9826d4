// Which window of My team is asked for at this moment: the screen and its rows set it, Windows.svelte draws it.
import type { Group } from '../../wire/shapes';

class Asks {
  adding = $state(false);
  inviting = $state(false);
  mixing = $state(false);
  /** The pupils whose cards are to be printed. */
  cards = $state.raw<string[] | null>(null);
  /** The own pupil whose name or password is changed. */
  pupil = $state.raw<string | null>(null);
  /** The group that is changed, or a new one. */
  group = $state.raw<Group | 'new' | null>(null);
  asked = $derived(this.adding || this.inviting || this.mixing || this.cards !== null || this.pupil !== null || this.group !== null);
}

export const asks = new Asks();
