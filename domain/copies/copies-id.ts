/** By which the copies of a receipt are found. */
export const copiesId = ({ receipt, receiptNumber }: { readonly receipt: 'sale' | 'return'; readonly receiptNumber: string }): string =>
  `${receipt}:${receiptNumber}`;
