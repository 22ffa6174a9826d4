// The shapes of the sign-in picture: houses of either town, windows, stars. Numbers only; Scene draws them.
// Made by a small fixed generator, so that the picture is the same on every machine.

export interface House {
  x: number;
  width: number;
  height: number;
  wall: string;
  roof: string;
  gable: boolean;
  windows: { x: number; y: number; lit: boolean }[];
}

/** A fixed row of numbers from 0 to 1 that looks like chance. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function houses(from: number, until: number, seed: number, walls: string[], roofs: string[], tall: number): House[] {
  const next = chance(seed);
  const row: House[] = [];
  for (let x = from, index = 0; x < until; index++) {
    const width = 46 + Math.round(next() * 26);
    const height = 84 + Math.round(next() * tall);
    const windows = [];
    for (let wy = 18; wy < height - 26; wy += 26)
      for (let wx = 11; wx < width - 14; wx += 17) windows.push({ x: wx, y: wy, lit: next() > 0.45 });
    row.push({ x, width, height, wall: walls[index % walls.length]!, roof: roofs[index % roofs.length]!, gable: index % 2 === 0, windows });
    x += width - 1;
  }
  return row;
}

export const dayHouses = houses(
  -30,
  900,
  7,
  ['#c8694c', '#eab459', '#d8e0e6', '#b45a44', '#e3c9a4', '#a9bccb', '#d98757'],
  ['#8c3d2e', '#6b4a3d', '#55657a', '#7d3529'],
  70,
);
export const eveningHouses = houses(690, 1640, 23, ['#3d2c6b', '#46327a', '#352660', '#4d3884', '#3a2b70'], ['#2a1f52', '#30245c'], 110);

const sprinkle = chance(91);
export const stars = Array.from({ length: 60 }, () => ({ x: 800 + sprinkle() * 800, y: sprinkle() * 380, r: 0.8 + sprinkle() * 1.5 }));

/** A stepped gable, as they stand along the water in Gent: points from the left eave up and down again. */
export function steps(width: number): string {
  const step = width / 7;
  const rise = 9;
  let path = 'M0 0';
  for (let i = 0; i < 3; i++) path += `v${-rise}h${step}`;
  path += `v${-rise}h${step}v${rise}`;
  for (let i = 0; i < 3; i++) path += `h${step}v${rise}`;
  return `${path}Z`;
}
