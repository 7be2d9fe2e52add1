import { sha256Hex } from './hash-operation.ts';

/** Letters and digits that nobody mixes up. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 6;

/** Six letters and digits that stand for a text: always the same, and nothing that the text can be read from. */
export function shortCode(text: string): string {
  const hash = sha256Hex(text);
  return Array.from({ length: LENGTH }, (_, index) => SIGNS[Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16) % SIGNS.length]).join(
    '',
  );
}
