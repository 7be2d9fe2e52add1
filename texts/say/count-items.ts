/** A line, as far as its items are counted. */
interface CountedLine {
  readonly quantity: number;
  readonly quantityDecimals: number;
  readonly kind?: string;
  readonly reference?: string | null;
}

/**
 * How many items some lines are: pieces are counted, and what is weighed or measured is one a line. The deposit that comes with goods is
 * no item besides them.
 */
export function countItems(lines: readonly CountedLine[]): number {
  return lines.reduce((sum, { quantity, quantityDecimals, kind, reference }) => {
    if (kind === 'deposit' && reference != null) return sum;
    return sum + (quantityDecimals > 0 ? 1 : quantity);
  }, 0);
}
