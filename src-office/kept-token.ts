const NAME = 'outpost-office-user';

/** The token of the user who signed in in this tab. The browser forgets it with the tab; it is never written to the disk. */
export function readToken(): string | null {
  return sessionStorage.getItem(NAME);
}

export function keepToken(token: string): void {
  sessionStorage.setItem(NAME, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(NAME);
}
