// Mixed international groups: people dealt out so that every group has as even a share of each school as can be. Pure but for the chance
// that is handed in; shown as a preview, and made only when somebody likes it.

export interface Mixable {
  id: string;
  school: string | null;
}

/** So many groups. Schools are dealt out one after the other, each going on where the last one stopped: sizes differ by one at most. */
export function mixed<T extends Mixable>(people: readonly T[], count: number, random: () => number = Math.random): T[][] {
  const groups: T[][] = Array.from({ length: Math.max(1, count) }, () => []);
  const schools = [...new Set(people.map((one) => one.school))];
  let next = 0;
  for (const school of schools)
    for (const one of shuffled(
      people.filter((each) => each.school === school),
      random,
    ))
      groups[next++ % groups.length]!.push(one);
  return groups;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const found = [...items];
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [found[at], found[other]] = [found[other]!, found[at]!];
  }
  return found;
}
