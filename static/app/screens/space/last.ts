// Which room of a space was open last, for as long as the page lives: the way back leads there. Never stored: it would
// tell the next pupil at this computer where somebody was.

const last = new Map<string, string>();

export const lastPlace = (space: string) => last.get(space);

export function rememberPlace(space: string, place: string): void {
  last.set(space, place);
}
