import type { Dots } from './dots.ts';
import type { Language } from '../words/languages.ts';

/** One part of a slip, from the top to the bottom. The screen shows it and the printer prints it: neither knows more than the other. */
export type PaperPart =
  /** In the middle. */
  | { readonly kind: 'head'; readonly text: string; readonly tone: 'plain' | 'strong' | 'large' }
  /** An article with what it came to; null where that is not told. */
  | { readonly kind: 'goods'; readonly name: string; readonly amount: string; readonly details: readonly string[] }
  | {
      readonly kind: 'figure';
      readonly name: string;
      /** Lines below the name. */
      readonly details?: readonly string[];
      readonly amount: string;
      readonly tone: 'plain' | 'strong' | 'large';
      /** By which tests find the amount. */
      readonly id?: string;
    }
  | { readonly kind: 'note'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'rule' }
  /** A logo, in the middle. */
  | ({ readonly kind: 'picture' } & Dots)
  /** A QR code that the returns desk scans. */
  | { readonly kind: 'code'; readonly data: string }
  /** Code 128 with its text below it, in the middle. Printable ASCII, 40 characters at most. */
  | { readonly kind: 'barcode'; readonly data: string }
  /** What follows stands on another slip or label. */
  | { readonly kind: 'cut' };

/** A slip of paper: a receipt, say. */
export interface Paper {
  readonly title: string;
  /** That of the customer; of the screen without one. */
  readonly language?: Language;
  readonly parts: readonly PaperPart[];
}

export const head = (text: string, tone: 'plain' | 'strong' | 'large' = 'plain'): PaperPart => ({ kind: 'head', text, tone });
export const note = (text: string, strong = false): PaperPart => ({ kind: 'note', text, strong });
export const figure = (name: string, amount: string, tone: 'plain' | 'strong' | 'large' = 'plain'): PaperPart => ({
  kind: 'figure',
  name,
  amount,
  tone,
});
export const RULE: PaperPart = { kind: 'rule' };
export const CUT: PaperPart = { kind: 'cut' };

/** Whether a code can be printed as a barcode. */
export const isBarcode = (data: string): boolean => /^[\x20-\x7e]{1,40}$/.test(data);

/** Parts that follow one another and are of a kind, together. */
export function groupParts(parts: readonly PaperPart[]): PaperPart[][] {
  const groups: PaperPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === part.kind) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
