import { createStore, type StoreApi } from 'zustand/vanilla';
import { isBadge } from '../../../domain/associates/badge.ts';
import type { Misread } from '../../../domain/device/scanner.ts';
import { words } from '../../../texts/words/words.ts';

/** Why a scan was not taken, in a sentence that names what was scanned; null when it was. */
export type ScanAnswer = string | null;

/** Which part of the screen is asked first: an open dialog, what is open beside a list, then the screen itself. */
export type ScanLayer = 'screen' | 'detail' | 'dialog';

export interface ScanTarget {
  readonly layer: ScanLayer;
  /** Whose the scans are that are refused here. */
  readonly owner: string;
  onScan(code: string): ScanAnswer | Promise<ScanAnswer>;
}

/** A scan that was refused and that nobody has dealt with yet. */
export interface RefusedScan {
  readonly code: string;
  readonly sentence: string;
  readonly owner: string;
  /** How often it was scanned. */
  readonly times: number;
  /** When it was scanned last, in epoch milliseconds. */
  readonly at: number;
  /** How many scans were taken since. */
  readonly takenSince: number;
}

export interface ScanRouter {
  /** Scans that were refused, the newest first. */
  readonly refused: StoreApi<readonly RefusedScan[]>;
  /** Whose refused scans their own screen shows, in place of the list above all screens. */
  readonly ownList: StoreApi<{ readonly owner: string | null }>;
  /** @returns takes the target away again. */
  add(target: ScanTarget): () => void;
  /** Takes badges of people, which go to nobody else. @returns takes the target away again. */
  addForBadges(target: ScanTarget): () => void;
  /** Gives a scan to whoever takes it now, or refuses it aloud. Never rejects. */
  scan(code: string): Promise<void>;
  /** Refuses aloud what a scanner sent and what is no code, for whoever would have got it: something was scanned and is not taken. */
  misread(why: Misread): void;
  dismiss(code: string): void;
  /** Takes back what was refused for one owner: its work has ended. */
  dismissOf(owner: string): void;
}

const RANK: Record<ScanLayer, number> = { screen: 0, detail: 1, dialog: 2 };

/** Stands for any badge among the scans that were refused. */
const BADGE = '•••';

/** Stands for what a scanner sent and what is no code, among the scans that were refused. */
export const MISREAD = '???';

/** Nobody's in particular: it was scanned where nothing takes scans. */
const NOBODY = '';

/** Labels may hold characters that no screen can show. */
function visible(code: string): string {
  return code
    .trim()
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 80);
}

export interface ScanRouterWays {
  readonly soundRefused: () => void;
  readonly soundTaken: () => void;
  /** Whether a question is open that has to be answered first. */
  readonly isAsking: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Decides who gets a scan, and keeps those that nobody took until a person has dealt with them. */
export function createScanRouter({ soundRefused, soundTaken, isAsking, now }: ScanRouterWays): ScanRouter {
  const targets: ScanTarget[] = [];
  const badgeTargets: ScanTarget[] = [];
  const refused = createStore<readonly RefusedScan[]>(() => []);
  const ownList = createStore<{ readonly owner: string | null }>(() => ({ owner: null }));

  const top = (among: readonly ScanTarget[]) =>
    among.reduce<ScanTarget | undefined>(
      (best, one) => (best === undefined || RANK[one.layer] >= RANK[best.layer] ? one : best),
      undefined,
    );
  const without = (code: string) => refused.getState().filter((one) => one.code !== code);

  function ask(target: ScanTarget | undefined, code: string): ScanAnswer | Promise<ScanAnswer> {
    const isBehind = isAsking() && target?.layer !== 'dialog';
    if (isBadge(code)) return isBehind || target === undefined ? words('badge.notHere') : target.onScan(code);
    if (isBehind) return words('scanner.asking', { code: visible(code) });
    return target === undefined ? words('scanner.nothingHere', { code: visible(code) }) : target.onScan(code);
  }

  /** A scan was taken: it is not refused any more, and came after those that are. */
  function taken(code: string): void {
    soundTaken();
    if (refused.getState().length === 0) return;
    refused.setState(
      without(code).map((one) => ({ ...one, takenSince: one.takenSince + 1 })),
      true,
    );
  }

  function refuse(code: string, sentence: string, target: ScanTarget | undefined): void {
    const times = (refused.getState().find((one) => one.code === code)?.times ?? 0) + 1;
    refused.setState([{ code, sentence, owner: target?.owner ?? NOBODY, times, at: now(), takenSince: 0 }, ...without(code)], true);
    soundRefused();
  }

  return {
    refused,
    ownList,
    add(target) {
      targets.push(target);
      return () => void targets.splice(targets.indexOf(target), 1);
    },
    addForBadges(target) {
      badgeTargets.push(target);
      return () => void badgeTargets.splice(badgeTargets.indexOf(target), 1);
    },
    async scan(scanned) {
      const target = top(isBadge(scanned) ? badgeTargets : targets);
      // A badge opens something: its code is kept nowhere.
      const code = isBadge(scanned) ? BADGE : scanned;
      let answer: ScanAnswer;
      try {
        answer = await ask(target, scanned);
      } catch {
        answer = words('scanner.failed', { code: visible(code) });
      }
      if (answer === null) return taken(code);
      refuse(code, answer, target);
    },
    misread: (why) => refuse(MISREAD, words(`scanner.misread.${why}`), top(targets)),
    dismiss: (code) => refused.setState(without(code), true),
    dismissOf: (owner) =>
      refused.setState(
        refused.getState().filter((one) => one.owner !== owner),
        true,
      ),
  };
}
