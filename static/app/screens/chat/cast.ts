// How the people of a space look in its chat: name, hue, shape of the face, and on which bank their words stand. The
// parts of the chat ask it. One's own school is on the end side, everybody else on the start side.

import { schoolLooks } from '../../look/schools';
import type { Space } from '../../space/space.svelte';
import { t } from '../../words';

export interface Figure {
  id: string;
  name: string;
  hue: string;
  shape: 'round' | 'square';
  portrait: string | null;
  side: 'start' | 'end';
  teacher: boolean;
  mine: boolean;
}

export type Cast = (person: string) => Figure;

export function castOf(space: Space): Cast {
  const looks = schoolLooks(space.space?.schools ?? []);
  const me = space.me;
  return (id) => {
    const member = space.members.get(id);
    const look = looks.get(member?.school ?? '') ?? ({ hue: 'none', shape: 'square' } as const);
    const mine = id === me?.id;
    const ours = mine || (!!me?.school && member?.school === me.school);
    return {
      id,
      name: member?.name ?? t('chat-somebody'),
      ...look,
      portrait: member?.portrait ?? null,
      side: ours ? 'end' : 'start',
      teacher: member?.role === 'teacher',
      mine,
    };
  };
}

/** The hues of the two banks, for the seam: the partner's on the start side, one's own on the end side. */
export function banks(space: Space): [start: string, end: string] {
  const schools = space.space?.schools ?? [];
  const looks = schoolLooks(schools);
  const own = space.me?.school ?? schools[1]?.id;
  const partner = schools.find((school) => school.id !== own)?.id;
  return [looks.get(partner ?? '')?.hue ?? 'none', looks.get(own ?? '')?.hue ?? 'none'];
}
