import type { BridgeResult, MirrorPage } from '../../../domain/device/bridge.ts';

/** The file in the origin private file system that the mirror lies in. */
export const MIRROR_FILE = 'journal-mirror.jsonl';

/** What the page asks its mirror's worker. */
export type MirrorQuestion = { readonly id: number } & (
  | { readonly method: 'append'; readonly lines: readonly string[] }
  | { readonly method: 'read'; readonly from: number }
  | { readonly method: 'tail' }
);

export interface MirrorAnswer {
  readonly id: number;
  readonly result: BridgeResult<MirrorPage | null>;
}
