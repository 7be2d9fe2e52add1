import { associateSwitched } from '../../domain/associates/operations.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import type { Associate, PinHash } from '../../domain/associates/associate.ts';
import { readBadge } from '../../domain/associates/badge.ts';
import type { BadgeUse } from '../../domain/associates/settings.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { PIN_WAIT_MS, type PinAnswer, type PinsState, type RegisterServices, type SignInState } from '../kit/register-services.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { verifyPin } from './verify-pin.ts';

const tries = z.object({ failed: z.number(), lockedUntil: z.number() });

/** Who was signed in last; kept across restarts. */
const lastAssociate = z.object({ associateId: z.string() });

/** After this many wrong PINs in a row the register waits. */
export const TRIES_BEFORE_WAIT = 5;

export interface SignIn {
  readonly state: StoreApi<SignInState>;
  /** Checks a PIN and counts wrong ones, without signing anybody in. */
  checkPin(associateId: string, pin: string): Promise<PinAnswer>;
  readonly signInWithPin: RegisterServices['signInWithPin'];
  /** Checks a badge and counts wrong ones like PINs, without signing anybody in. `whose` is null where it is nobody's. */
  checkBadge(code: string): Promise<CheckedBadge>;
  readonly signInWithBadge: RegisterServices['signInWithBadge'];
  signOut(): void;
  /** Looks anew whether PINs count, and who is signed in: somebody whom the head office has blocked or removed is signed out. */
  refresh(): void;
}

export interface CheckedBadge {
  readonly answer: PinAnswer;
  readonly whose: Associate | null;
}

export interface SignInOptions {
  readonly findAssociate: (id: string) => Associate | undefined;
  /** Everybody who works in the store. */
  readonly associates: () => readonly Associate[];
  /** What a badge is good for here. */
  readonly badgeUse: () => BadgeUse;
  /** Whether the replica is complete: while it is pulled again, who is missing in it is not gone. */
  readonly isComplete: () => boolean;
  /** Whether PINs count here and now. */
  readonly pins: () => PinsState;
  readonly notes: DeviceNotes;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Notes in the journal that another person took over. */
  readonly record: (request: OperationRequest) => void;
  /** The hash of a PIN as the replica holds it, readable. Rejects when this device has lost the key to it. */
  readonly openPin: (associateId: string, pin: unknown) => Promise<PinHash>;
  /** PINs cannot be read: they have to be fetched again. */
  readonly onUnreadable: () => void;
  /** PINs have ended, or are tried after their end: a server that can be reached has to be heard now, not at the next look. */
  readonly onEnded: () => void;
  /** Who is signed in from the start; nobody unless told. */
  readonly signedIn?: Associate | null;
}

/**
 * Checks PINs and badges, and counts wrong ones across restarts.
 * @returns a check of a secret. `sealed` is what it is checked by, as the replica holds it; undefined where nobody has it.
 */
function countingCheck({
  findAssociate,
  notes,
  now,
  openPin,
  onUnreadable,
}: Pick<SignInOptions, 'findAssociate' | 'notes' | 'now' | 'openPin' | 'onUnreadable'>) {
  return async (secret: string, associateId: string, sealed: unknown): Promise<PinAnswer> => {
    const parsed = tries.safeParse(await notes.read('wrong-pins'));
    const { failed, lockedUntil } = parsed.success ? parsed.data : { failed: 0, lockedUntil: 0 };
    // A clock that was set back must not lock the register for longer than the wait itself.
    if (lockedUntil > now() && lockedUntil <= now() + PIN_WAIT_MS) return 'too_many_tries';
    const stored = sealed === undefined ? undefined : await openPin(associateId, sealed).catch(() => null);
    if (stored === null) {
      onUnreadable();
      return 'pins_unreadable';
    }
    // The head office may have removed them while it was checked.
    if (stored !== undefined && (await verifyPin(secret, stored)) && findAssociate(associateId) !== undefined) {
      if (failed > 0) await notes.write('wrong-pins', { failed: 0, lockedUntil: 0 });
      return 'right';
    }
    const lock = failed + 1 >= TRIES_BEFORE_WAIT;
    await notes.write('wrong-pins', { failed: lock ? 0 : failed + 1, lockedUntil: lock ? now() + PIN_WAIT_MS : 0 });
    return 'wrong_pin';
  };
}

/** Signs associates in by PIN or by badge without a network. */
export function createSignIn(options: SignInOptions): SignIn {
  const { findAssociate, associates, badgeUse, isComplete, pins, notes, record, onEnded, signedIn = null } = options;
  const state = createStore<SignInState>(() => ({ associate: signedIn, pins: { status: 'valid' } }));
  const checkSecret = countingCheck(options);

  async function noteSwitch(to: string): Promise<void> {
    const from = lastAssociate.safeParse(await notes.read('last-associate')).data?.associateId;
    if (from === to) return;
    notes.writeBehind('last-associate', { associateId: to });
    if (from !== undefined) record(associateSwitched.request({ from, to }));
  }

  function refresh(): void {
    const { associate, pins: known } = state.getState();
    const next = pins();
    if (JSON.stringify(next) !== JSON.stringify(known)) {
      state.setState({ pins: next });
      if (next.status === 'ended') onEnded();
    }
    if (associate === null || !isComplete()) return;
    const current = findAssociate(associate.id) ?? null;
    if (current !== associate) state.setState({ associate: current });
  }

  async function check(secret: string, associateId: string, sealed: unknown): Promise<PinAnswer> {
    refresh();
    if (state.getState().pins.status === 'ended') {
      onEnded();
      return 'pins_ended';
    }
    return checkSecret(secret, associateId, sealed);
  }

  const checkPin = (associateId: string, pin: string) => check(pin, associateId, findAssociate(associateId)?.pin);

  async function checkBadge(code: string): Promise<CheckedBadge> {
    const badge = readBadge(code);
    const owner = badge === null ? undefined : associates().find((one) => one.badge?.selector === badge.selector);
    const answer = await check(badge?.secret ?? '', owner?.id ?? '', owner?.badge?.secret);
    return { answer, whose: answer === 'right' ? (owner ?? null) : null };
  }

  return {
    state,
    checkPin,
    checkBadge,
    async signInWithBadge(code) {
      if (badgeUse() === 'nothing') return 'badges_off';
      const { answer, whose } = await checkBadge(code);
      if (whose === null) return answer;
      state.setState({ associate: whose });
      await noteSwitch(whose.id);
      return answer;
    },
    async signInWithPin(associateId, pin) {
      const answer = await checkPin(associateId, pin);
      const associate = findAssociate(associateId);
      if (answer !== 'right') return answer;
      if (associate === undefined) return 'wrong_pin';
      state.setState({ associate });
      await noteSwitch(associateId);
      return answer;
    },
    signOut() {
      state.setState({ associate: null });
    },
    refresh,
  };
}
