import type { GtinRefusal } from '../../domain/catalog/gtin.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { SyncState } from './register-services.ts';

const REFUSAL_SENTENCES: Record<Refusal, string> = {
  no_open_shift: 'Open the shift first: count the float in the drawer and enter it.',
  shift_already_open: 'The shift of this register is open already.',
  empty_sale: 'There is nothing in this sale yet. Scan an item first.',
  tender_too_small: 'The cash given does not cover the total.',
  amount_not_valid: 'That is not an amount. Enter it in figures, for example 12.50.',
  amount_too_large: 'That amount is too large to be right. Check the figures.',
  unknown_item: 'This item is not in the catalog.',
  wrong_item: 'This item is not the one that was ordered. Put it back and scan the right one.',
  already_picked: 'All units of this item are picked already.',
  nothing_to_pick: 'There is nothing to pick here.',
  order_has_ended: 'This order has ended. Nothing more can be done with it in this store.',
  not_fully_picked: 'Not everything in this order is picked yet.',
  not_packed: 'Pack this order first.',
  not_ready: 'This order is not ready for pickup yet.',
  wrong_pickup_code: 'That is not the pickup code of this order. Ask the customer for the code in their message.',
  nothing_to_put_back: 'There is nothing left to put back of this order.',
  staging_location_missing: 'Choose the staging location where the order will wait.',
  tracking_number_missing: 'Enter the tracking number from the carrier’s label.',
  quantity_not_valid: 'Enter a quantity in whole units.',
  nothing_to_return: 'Choose at least one item to return.',
  more_than_was_bought: 'That is more than was bought and has not come back yet.',
  exception_is_resolved: 'Somebody has resolved this already.',
  choice_not_valid: 'That cannot be chosen for this exception.',
  sku_missing: 'Scan or enter the product.',
  note_missing: 'Write down what was found out.',
  register_stopped: 'This register has been stopped, so nothing can be recorded on it. Use another register and call support.',
  journal_incomplete:
    'This register has lost part of its records, so nothing can be recorded on it yet. Connect it to the network: it fetches ' +
    'what is missing from the server by itself. Use another register until then.',
  journal_lost:
    'This register has lost records that cannot be brought back, so nothing can be recorded on it. Use another register, and ' +
    'set this one up as a new register on the Sync screen.',
  storage_full:
    'This device is full, so it has NOT been done. Free some space, for example by deleting downloads or emptying the bin, ' +
    'and do it again. The app need not be restarted.',
  storage_failed:
    'This device could not save it, so it has NOT been done. Try again. If it happens again, close the app and open it ' +
    'again, and call support.',
};

/** Why something was not done, in one or two plain sentences. */
export function refusalSentence(refusal: Refusal): string {
  return REFUSAL_SENTENCES[refusal];
}

const GTIN_SENTENCES: Record<GtinRefusal, (code: string) => string> = {
  gtin_not_digits: (code) => `Nothing in the catalog has the code ${code}.`,
  gtin_wrong_length: (code) => `Nothing in the catalog has the code ${code}.`,
  gtin_bad_check_digit: (code) => `The check digit of ${code} is wrong. Scan it again, or compare it with the label.`,
};

/** Why a scanned or typed code led to no product. `refusal` is null when the code itself is sound. */
export function codeSentence(code: string, refusal: GtinRefusal | null): string {
  return refusal === null ? `No product in the catalog has the code ${code}.` : GTIN_SENTENCES[refusal](code);
}

/** The connection in a few words, and how it looks: `good`, `warn` (work goes on) or `bad` (someone must act). */
export function connectionSentence(
  { connection, sendTrouble = null }: Pick<SyncState, 'connection'> & Partial<Pick<SyncState, 'sendTrouble'>>,
  mayRecord = true,
): { readonly text: string; readonly tone: 'good' | 'warn' | 'bad' } {
  const working = mayRecord ? ': you can keep working' : '';
  switch (connection.status) {
    case 'online':
      return sendTrouble === null ? { text: 'Online', tone: 'good' } : { text: `Online, sending fails${working}`, tone: 'warn' };
    case 'connecting':
      return { text: 'Connecting', tone: 'warn' };
    case 'offline':
      return { text: `Offline${working}`, tone: 'warn' };
    case 'server_too_old':
      return { text: `Server needs its update${working}`, tone: 'warn' };
    case 'refused':
      return connection.code === 'too_old'
        ? { text: `App needs its update${working}`, tone: 'warn' }
        : { text: 'The server refuses this register', tone: 'bad' };
  }
}
