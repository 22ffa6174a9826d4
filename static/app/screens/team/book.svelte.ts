// What My team knows beside the members: groups for everybody; for the staff days of sign-in and invitations; for a confirmed teacher
// the own pupils with their cards. Asked for when the screen opens, and anew when something of it happens.

import type { Space } from '../../space/space.svelte';
import { isStaff } from '../../space/order.svelte';
import { socket } from '../../wire/socket';
import type { Invited, OwnPupil } from './shapes';

type Part = 'groups' | 'days' | 'invitations' | 'pupils';

export class TeamBook {
  /** By person the day of their last sign-in. */
  days = $state.raw<Readonly<Record<string, string>>>({});
  invitations = $state.raw<readonly Invited[]>([]);
  pupils = $state.raw<ReadonlyMap<string, OwnPupil>>(new Map());
  /** Schools of the space of which I am a confirmed teacher. */
  schools = $state.raw<readonly string[]>([]);
  status = $state<'loading' | 'ready' | 'failed'>('loading');

  groups = $derived.by(() => this.space.groups.list);

  constructor(private space: Space) {}

  /** From now on; returns how to stop it. */
  watch(): () => void {
    void this.load();
    const stop = this.space.onEvent(({ event }) => {
      const [noun] = event.split('.');
      if (event === 'place.binned' || event === 'place.restored') void this.ask('groups');
      if (noun === 'team') void this.ask('invitations');
      if (noun === 'member') for (const part of ['groups', 'pupils'] as const) void this.ask(part);
      if (noun === 'cards') void this.ask('pupils');
    });
    return stop;
  }

  async load(): Promise<void> {
    const me = this.space.me;
    if (!me) return;
    const parts: Part[] = isStaff(me) ? ['groups', 'days', 'invitations', 'pupils'] : ['groups'];
    try {
      await Promise.all(parts.map((part) => this.#fetch(part)));
      this.status = 'ready';
    } catch {
      if (this.status === 'loading') this.status = 'failed';
    }
  }

  /** What was known stays when it can't be asked just now. */
  async ask(part: Part): Promise<void> {
    const me = this.space.me;
    if (me && (part === 'groups' || isStaff(me))) await this.#fetch(part).catch(() => {});
  }

  async #fetch(part: Part): Promise<void> {
    const space = { space: this.space.id };
    if (part === 'groups') await this.space.groups.load();
    else if (part === 'days') this.days = (await socket.ask<{ days: Record<string, string> }>('team.last_seen', space)).days;
    else if (part === 'invitations')
      this.invitations = (await socket.ask<{ invitations: Invited[] }>('team.invitations', space)).invitations;
    else {
      const mine = await socket.ask<{ pupils: OwnPupil[]; schools: string[] }>('team.my_pupils', space);
      this.pupils = new Map(mine.pupils.map((one) => [one.person, one]));
      this.schools = mine.schools;
    }
  }
}
