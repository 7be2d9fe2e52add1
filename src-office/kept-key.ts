const NAME = 'outpost-office-key';

/** The API key that this tab was signed in with. The browser forgets it with the tab; it is never written to the disk. */
export function readKey(): string | null {
  return sessionStorage.getItem(NAME);
}

export function keepKey(key: string): void {
  sessionStorage.setItem(NAME, key);
}

export function forgetKey(): void {
  sessionStorage.removeItem(NAME);
}
