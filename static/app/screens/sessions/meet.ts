// What one may do with another person of the space: ask for a session, open the room of the two. For menus beside people.

import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import { explain } from '../../explain';
import type { Entry } from '../../parts/Menu.svelte';
import { toast } from '../../parts/toasts.svelte';
import { go, to } from '../../router';
import type { Space } from '../../space/space.svelte';
import { call } from '../../wire/http';
import type { Member, Place } from '../../wire/shapes';
import { t } from '../../words';
import { mayBook, mayChat } from './may';

export function meeting(space: Space, member: Member, book: (member: Member) => void): Entry[] {
  const found: Entry[] = [];
  if (mayBook(space) && member.id !== space.me?.id && !member.left)
    found.push({ text: t('sessions-book-with'), icon: CalendarPlus, onselect: () => book(member) });
  if (mayChat(space, member)) found.push({ text: t('sessions-pair'), icon: MessagesSquare, onselect: () => void chat(space, member) });
  return found;
}

async function chat(space: Space, member: Member): Promise<void> {
  try {
    const { place } = await call<{ place: Place }>('chat.with', { space: space.id, person: member.id });
    space.places.set(place.id, place);
    go(to.place(space.id, place.id));
  } catch (error) {
    const { text, reasons } = explain(error);
    toast([text, ...reasons].join(' '));
  }
}
