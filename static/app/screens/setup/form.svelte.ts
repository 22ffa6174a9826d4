// What is typed while an installation is set up. It lasts over a reload of the page, all but the code and the password.
// Screen and its steps share it; the server gets it in one piece, at the end.
import { call } from '../../wire/http';
import { language } from '../../words';

export interface HowMailGoes {
  server: string | null;
  port: number;
  security: string;
  sender: string | null;
  folder: string | null;
}

export interface Known {
  called: string;
  address: string;
  secure: boolean;
  mail: HowMailGoes;
}

export type Approval = 'support' | 'none';

const KEPT = 'twinspace.setup';
const kept = ['organisation', 'called', 'name', 'username', 'email', 'approval'] as const;

export class SetUp {
  code = $state('');
  organisation = $state('');
  called = $state('');
  name = $state('');
  username = $state('');
  email = $state('');
  password = $state('');
  approval = $state<Approval>('support');
  known = $state.raw<Known | null>(null);

  constructor() {
    try {
      Object.assign(this, JSON.parse(sessionStorage.getItem(KEPT) ?? '{}'));
    } catch {
      // Nothing was kept, or storage is switched off.
    }
  }

  keep(): void {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(kept.map((name) => [name, this[name]]))));
    } catch {
      // Storage is switched off: then it lasts as long as the page.
    }
  }

  forget(): void {
    try {
      sessionStorage.removeItem(KEPT);
    } catch {
      // There was nothing.
    }
  }

  /** Throws a WireError: `wrong_setup_code`, or `not_found` when somebody else was quicker. */
  async open(): Promise<void> {
    this.known = await call<Known & Record<string, unknown>>('setup.check', { code: this.code.trim() });
    this.called ||= this.known.called;
  }

  async finish(): Promise<void> {
    const { organisation, called, approval, username, name, email } = this;
    await call('setup.finish', {
      code: this.code.trim(),
      organisation: organisation.trim(),
      called: called.trim(),
      approval,
      username: username.trim(),
      name: name.trim(),
      email: email.trim(),
      password: this.password,
      language: language(),
    });
    this.forget();
  }
}

/** A user name out of a name: small letters of the first word, as far as a keyboard everywhere has them. */
export function proposed(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? '';
  return first
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
}
