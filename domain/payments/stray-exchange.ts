import { type Fault, fault } from '../base/fault.ts';

/** What is wrong with tenders of a sale or a return alone: goods pay for goods in an exchange, and nowhere else. */
export function strayExchange(tenders: readonly { readonly kind: string }[]): Fault | null {
  const stray = tenders.findIndex(({ kind }) => kind === 'exchange');
  return stray < 0 ? null : fault('exchange_tender', { tender: stray + 1 });
}
