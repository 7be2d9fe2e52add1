import { knownWords, words } from '../words/words.ts';

/**
 * The card by its scheme and its last digits, as far as they are known: `Visa ···· 4410`. A scheme without a name is shown as it
 * comes.
 */
export function cardName({ scheme, lastFour }: { readonly scheme: string | null; readonly lastFour: string | null }): string {
  const known = scheme === null ? words('payment.kind.card') : (knownWords(`payment.scheme.${scheme.toLowerCase()}`) ?? scheme);
  return lastFour === null ? known : words('payment.cardEnding', { scheme: known, digits: lastFour });
}
