/** How many items some lines are: pieces are counted, and what is weighed or measured is one a line. */
export function countItems(lines: readonly { readonly quantity: number; readonly quantityDecimals: number }[]): number {
  return lines.reduce((sum, { quantity, quantityDecimals }) => sum + (quantityDecimals > 0 ? 1 : quantity), 0);
}
