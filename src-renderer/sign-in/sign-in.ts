import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import type { Associate } from '../../domain/associate/associate.ts';
import type { RegisterServices, SignInState } from '../app/register-services.ts';
import type { DeviceNotes } from '../register/device-notes.ts';
import { verifyPin } from './verify-pin.ts';

const tries = z.object({ failed: z.number(), lockedUntil: z.number() });

/** After this many wrong PINs in a row the register waits. */
export const TRIES_BEFORE_WAIT = 5;
export const WAIT_MS = 30_000;

export interface SignIn {
  readonly state: StoreApi<SignInState>;
  readonly signInWithPin: RegisterServices['signInWithPin'];
  signOut(): void;
}

/** Signs associates in by PIN without a network. Wrong tries are counted across restarts. */
export function createSignIn(findAssociate: (id: string) => Associate | undefined, notes: DeviceNotes, now: () => number): SignIn {
  const state = createStore<SignInState>(() => ({ associate: null }));
  return {
    state,
    async signInWithPin(associateId, pin) {
      const parsed = tries.safeParse(await notes.read('wrong-pins'));
      const { failed, lockedUntil } = parsed.success ? parsed.data : { failed: 0, lockedUntil: 0 };
      // A clock that was set back must not lock the register for longer than the wait itself.
      if (lockedUntil > now() && lockedUntil <= now() + WAIT_MS) return 'too_many_tries';
      const associate = findAssociate(associateId);
      if (associate !== undefined && (await verifyPin(pin, associate.pin))) {
        if (failed > 0) await notes.write('wrong-pins', { failed: 0, lockedUntil: 0 });
        state.setState({ associate });
        return 'signed_in';
      }
      const lock = failed + 1 >= TRIES_BEFORE_WAIT;
      await notes.write('wrong-pins', { failed: lock ? 0 : failed + 1, lockedUntil: lock ? now() + WAIT_MS : 0 });
      return 'wrong_pin';
    },
    signOut() {
      state.setState({ associate: null });
    },
  };
}
