import type { BarcodeRefusal } from '../../domain/barcodes/barcode-refusal.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { SyncState } from './register-services.ts';
import { words } from '../../texts/words/words.ts';

/** Why something was not done, in one or two plain sentences. */
export function refusalSentence(refusal: Refusal): string {
  return words(`refusal.${refusal}`);
}

/** Why a scanned or typed code led to no product. `refusal` is null when the code itself is sound. */
export function codeSentence(code: string, refusal: BarcodeRefusal | null): string {
  if (refusal === null) return words('code.noProduct', { code });
  if ('ai' in refusal) return words('code.badLabel', { code, ai: refusal.ai });
  switch (refusal.reason) {
    case 'check_digit':
    case 'ambiguous_check_digit':
    case 'upce_number_system':
      return words('code.badCheckDigit', { code });
    case 'variable_measure_check_digit':
      return words('code.badMeasure', { code });
    case 'double_scan':
      return words('code.doubleScan', { code });
    case 'not_an_item_code':
      return words('code.webAddress', { code });
    case 'layout_suspected':
      return words('code.layout', { code });
    case 'caps_lock_suspected':
      return words('code.capsLock', { code });
    case 'empty':
    case 'length':
    case 'not_numeric':
      return words('code.unknown', { code });
  }
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
