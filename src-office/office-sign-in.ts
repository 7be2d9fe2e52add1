import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DutyOfUser, SignedIn } from '../domain/access/access-protocol.ts';
import type { OfficeOverview } from '../domain/office/office-protocol.ts';
import type { OfficeClient } from './base/office-client.ts';
import { OfficeFailure } from './base/office-failure.ts';

/** Who works at the head office's page, and what the server last said to them. */
export interface SignInState {
  /** Asks as the user who is signed in; null while nobody is. */
  readonly client: OfficeClient | null;
  readonly duty: DutyOfUser | null;
  readonly overview: OfficeOverview | null;
  /** Why the last answer or the last sign-in was none; null when it was one. */
  readonly trouble: string | null;
}

export interface OfficeSignIn {
  readonly state: StoreApi<SignInState>;
  signIn(signedIn: Pick<SignedIn, 'token' | 'user'>): void;
  /** Ends the sign-in here. The server is told, but nobody waits for it. */
  signOut(): void;
  /** Asks for the overview. An answer that comes after its user has left is dropped. */
  refresh(): Promise<void>;
  /**
   * Takes in why something was not done, and gives the sentence. A sign-in that has ended is ended here too.
   * @param client by which it was asked: what it says of a user who has left changes nothing.
   */
  explain(client: OfficeClient, error: unknown): string;
}

/** Where the token is kept while the page is open. */
export interface KeptToken {
  readToken(): string | null;
  keepToken(token: string): void;
  forgetToken(): void;
}

const NOBODY: SignInState = { client: null, duty: null, overview: null, trouble: null };

/** @param clientOf gives what asks the server with a token. */
export function createOfficeSignIn(kept: KeptToken, clientOf: (token: string) => OfficeClient): OfficeSignIn {
  const token = kept.readToken();
  const state = createStore<SignInState>(() => ({ ...NOBODY, client: token === null ? null : clientOf(token) }));
  const isHere = (client: OfficeClient): boolean => state.getState().client === client;

  function leave(trouble: string | null): void {
    kept.forgetToken();
    state.setState({ ...NOBODY, trouble });
  }

  function explain(client: OfficeClient, error: unknown): string {
    if (isHere(client) && error instanceof OfficeFailure) {
      if (error.kind === 'signed_out') leave(error.message);
      if (error.kind === 'duty') state.setState({ duty: error.duty });
    }
    return error instanceof Error ? error.message : String(error);
  }

  return {
    state,
    signIn({ token: given, user }) {
      kept.keepToken(given);
      state.setState({ ...NOBODY, client: clientOf(given), duty: user.duty });
    },
    signOut() {
      state
        .getState()
        .client?.signOut()
        .catch(() => undefined);
      leave(null);
    },
    async refresh() {
      const { client } = state.getState();
      if (client === null) return;
      try {
        const overview = await client.overview();
        if (isHere(client)) state.setState({ overview, duty: null, trouble: null });
      } catch (error) {
        const trouble = explain(client, error);
        if (isHere(client)) state.setState({ trouble });
      }
    },
    explain,
  };
}
