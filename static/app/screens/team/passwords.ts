// Passwords that a teacher can read out and a pupil can remember: three words and a number. Chance is the browser's own.

const words = {
  en: 'acorn anchor apple autumn badge banana basket beach bicycle blanket bottle breeze bridge bucket butter button cactus camel candle canoe carrot castle cherry circle cloud clover coconut comet cookie cotton cousin crayon dolphin donkey dragon engine falcon feather fiddle flower forest fountain garden ginger giraffe guitar hammer harbour harvest helmet honey island jacket jungle kettle kitten ladder lantern lemon lizard magnet mango maple marble meadow melon mirror monkey mountain mushroom needle ocean olive onion orange otter paddle panda pancake parrot peanut pebble pencil pepper picnic pilot planet pocket pumpkin puzzle rabbit rainbow ribbon river rocket saddle sailor salmon sandal shadow silver spider spring squirrel station summer sunset ticket tiger tomato tower tractor trumpet tunnel turtle valley velvet village violin walnut whistle willow window winter wizard yellow',
  nl: 'aardbei anker appel avond bakker banaan bezem bloem boeket boter brug dolfijn draak druif eekhoorn eiland emmer engel fiets fluit fontein gitaar glas gordijn haven hamer heuvel hommel honing kabel kaars kameel kano kapper kasteel kers ketel kikker klaver knoop koekje komeet kompas konijn kraan kring ladder lamp lantaarn lente libel lijster maan magneet mand mango meloen merel molen mossel motor muis naald noten oceaan olifant olijf orgel otter paard panda papier parel paraplu peper perzik piloot planeet pompoen potlood puzzel raam raket regen reiger ridder rivier robot schaduw schelp slak sleutel sneeuw spiegel spin station ster stoel tafel tent tijger toren tomaat trein trommel tunnel vallei veer vijver vlieger vlinder voetbal vogel vuur walvis water wolk wortel zadel zalm zebra zeester zilver zomer zwaan',
} as const;

export function propose(language: 'en' | 'nl', random: (below: number) => number = chance): string {
  const known = words[language].split(' ');
  const three = new Set<string>();
  while (three.size < 3) three.add(known[random(known.length)]!);
  return [...three, 10 + random(90)].join('-');
}

function chance(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below;
  const box = new Uint32Array(1);
  do crypto.getRandomValues(box);
  while (box[0]! >= limit);
  return box[0]! % below;
}
