// What this browser remembers by itself: theme, clock, language before sign-in. Called by words, theme and the account screen.
// Never a secret and never what somebody wrote: school computers are shared. Storage may be switched off; then nothing is remembered.

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`twinspace.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`twinspace.${key}`);
    else localStorage.setItem(`twinspace.${key}`, value);
  } catch {
    // Private windows of some browsers refuse; the choice then lasts as long as the page.
  }
}
