import type { LabelLine } from './cart-lines.ts';
import { MAX_QUANTITY } from './cart-lines.ts';

/** What is typed before a scan or a name: `3*` sells three of it, `$` tells its price and sells nothing. */
export interface ScanCommand {
  readonly quantity: number;
  readonly isPriceCheck: boolean;
}

export const SELL_ONE: ScanCommand = { quantity: 1, isPriceCheck: false };

/** Reads what was typed. `rest` is what stands behind the command, all of the text where there is none. */
export function readCommand(text: string): { readonly command: ScanCommand; readonly rest: string } {
  const [, check, times, rest = ''] = /^\s*(?:(\$)|(\d{1,4})\s*[*×])\s*(.*)$/su.exec(text.trim()) ?? [];
  if (check !== undefined) return { command: { quantity: 1, isPriceCheck: true }, rest };
  const quantity = Number(times ?? 0);
  if (quantity < 1) return { command: SELL_ONE, rest: text.trim() };
  return { command: { quantity: Math.min(quantity, MAX_QUANTITY), isPriceCheck: false }, rest };
}

/** Whether a text is a command that waits for a scan, and nothing else. */
export function isCommand(text: string): boolean {
  const { command, rest } = readCommand(text);
  return rest === '' && command !== SELL_ONE;
}

/** How many more of the marked line `+`, `−` or several of them ask for; null for any other text. */
export function readSteps(text: string): number | null {
  const signs = text.trim();
  if (/^\++$/.test(signs)) return signs.length;
  return /^[-−]+$/.test(signs) ? -signs.length : null;
}

/** Whether a label says itself how much there is: then nobody multiplies it. */
export function saysHowMuch(label: LabelLine | undefined): boolean {
  return label?.quantity !== undefined || (label?.serialNumbers?.length ?? 0) > 0;
}
