import type { GtinRefusal } from '../../domain/barcodes/gtin.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { SyncState } from './register-services.ts';
import { words } from '../words/words.ts';

/** Why something was not done, in one or two plain sentences. */
export function refusalSentence(refusal: Refusal): string {
  return words(`refusal.${refusal}`);
}

/** Why a scanned or typed code led to no product. `refusal` is null when the code itself is sound. */
export function codeSentence(code: string, refusal: GtinRefusal | null): string {
  if (refusal === null) return words('code.noProduct', { code });
  return refusal === 'gtin_bad_check_digit' ? words('code.badCheckDigit', { code }) : words('code.unknown', { code });
}

/** The connection in a few words, and how it looks: `good`, `warn` (work goes on) or `bad` (someone must act). */
export function connectionSentence(
  { connection, sendTrouble = null }: Pick<SyncState, 'connection'> & Partial<Pick<SyncState, 'sendTrouble'>>,
  mayRecord = true,
): { readonly text: string; readonly tone: 'good' | 'warn' | 'bad' } {
  const working = mayRecord ? 'Working' : '';
  switch (connection.status) {
    case 'online':
      return sendTrouble === null
        ? { text: words('connection.online'), tone: 'good' }
        : { text: words(`connection.sendingFails${working}`), tone: 'warn' };
    case 'connecting':
      return { text: words('connection.connecting'), tone: 'warn' };
    case 'offline':
      return { text: words(`connection.offline${working}`), tone: 'warn' };
    case 'server_too_old':
      return { text: words(`connection.serverTooOld${working}`), tone: 'warn' };
    case 'refused':
      return connection.code === 'too_old'
        ? { text: words(`connection.appTooOld${working}`), tone: 'warn' }
        : { text: words('connection.refused'), tone: 'bad' };
  }
}
