import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { paymentResponse, reversalResponse } from '../../nexo/messages.ts';

const entry = z.object({
  serviceId: z.string(),
  category: z.enum(['Payment', 'Reversal']),
  currency: z.string(),
  /** Which till asked, and in which of its shifts; left out where it named none. */
  saleId: z.string().optional(),
  shiftNumber: z.string().optional(),
  /** What was asked for, in the currency's units. */
  requested: z.number(),
  /** What moved from the card to the shop, in the currency's units; negative where it went back. */
  moved: z.number(),
  /** Of the payment: what a reversal names. */
  transactionId: z.string(),
  at: z.string(),
  payment: paymentResponse.optional(),
  reversal: reversalResponse.optional(),
});

export type LedgerEntry = z.infer<typeof entry>;

/** What the terminal knows of each message that it has answered. It is on the disk before any answer leaves. */
export interface Ledger {
  find(serviceId: string): LedgerEntry | undefined;
  /** The payment that a reversal names. */
  paid(transactionId: string): LedgerEntry | undefined;
  /** What has gone back of a payment so far, in the currency's units, as a positive number. */
  reversed(transactionId: string): number;
  add(entry: LedgerEntry): void;
  all(): readonly LedgerEntry[];
}

/** @param file where it is kept; in memory alone without one. */
export function openLedger(file: string | null): Ledger {
  const entries = new Map<string, LedgerEntry>();
  if (file !== null && existsSync(file)) {
    for (const one of z.array(entry).parse(JSON.parse(readFileSync(file, 'utf8')))) entries.set(one.serviceId, one);
  }
  const all = () => [...entries.values()];
  const about = (transactionId: string) => all().filter((one) => one.transactionId === transactionId);
  return {
    find: (serviceId) => entries.get(serviceId),
    paid: (transactionId) => about(transactionId).find((one) => one.category === 'Payment' && one.moved > 0),
    reversed: (transactionId) => about(transactionId).reduce((sum, one) => sum + (one.category === 'Reversal' ? -one.moved : 0), 0),
    add(one) {
      entries.set(one.serviceId, one);
      if (file === null) return;
      writeFileSync(`${file}.new`, JSON.stringify(all()));
      renameSync(`${file}.new`, file);
    },
    all,
  };
}
