// How many schools to check, claims and stuck registrations wait at a desk: for the numbers on its tabs.
// Asked for when the desk is opened; what a tab finds out by itself it says here.
import { call } from '../../wire/http';

class Waiting {
  registrations = $state(0);
  schools = $state(0);

  async load(): Promise<void> {
    const told = await call<{ registrations: number; schools: number }>('support.waiting').catch(() => null);
    if (told) Object.assign(this, told);
  }
}

export const waiting = new Waiting();
