// How each school of a space looks: its hue and the shape of its faces, so that colour is never the only sign.
// Used by the bar, the chat, the team and the cards. Pure: it never asks the server.

export const hues = ['lagoon', 'marigold', 'coral', 'leaf', 'plum', 'sky'] as const;
export type Hue = (typeof hues)[number];
export type SchoolLook = { hue: Hue; shape: 'round' | 'square' };

/** In the order of the space: a school whose hue is taken gets the next free one; shapes take turns. */
export function schoolLooks(schools: readonly { id: string; hue: string }[]): Map<string, SchoolLook> {
  const looks = new Map<string, SchoolLook>();
  const taken = new Set<Hue>();
  for (const [index, school] of schools.entries()) {
    const start = Math.max(0, hues.indexOf(school.hue as Hue));
    const turn = [...hues.slice(start), ...hues.slice(0, start)];
    const hue = turn.find((each) => !taken.has(each)) ?? turn[0]!;
    taken.add(hue);
    looks.set(school.id, { hue, shape: index % 2 ? 'square' : 'round' });
  }
  return looks;
}
