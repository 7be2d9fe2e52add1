/** The receipt number for the `count`-th receipt of a register: `A1-000042` (rule J7). */
export function formatReceiptNumber(prefix: string, count: number): string {
  return `${prefix}-${String(count).padStart(6, '0')}`;
}

/** Reads the parts of a receipt number; null when it is none. */
export function parseReceiptNumber(text: string): { readonly prefix: string; readonly count: number } | null {
  const match = /^([A-Z0-9]{1,8})-(\d{1,12})$/.exec(text.trim().toUpperCase());
  return match?.[1] === undefined || match[2] === undefined ? null : { prefix: match[1], count: Number(match[2]) };
}
