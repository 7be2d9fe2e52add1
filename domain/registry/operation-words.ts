import type { OperationType } from './operations.ts';

const WORDS: Record<OperationType, string> = {
  shift_opened: 'the opening of a shift',
  shift_closed: 'the closing of a shift',
  sale_completed: 'a sale',
  goods_returned: 'a return',
  picking_started: 'the start of a wave',
  line_picked: 'a pick',
  line_short_picked: 'a short pick',
  order_packed: 'a packed order',
  order_staged: 'a staged order',
  order_handed_over: 'a handover',
  order_shipped: 'a shipment',
  order_rejected: 'a reject',
  goods_put_back: 'goods that were put back',
  exception_resolved: 'a resolved exception',
  sale_cleared: 'a cleared sale',
  sale_brought_back: 'a cleared sale that was brought back',
  sale_line_reduced: 'an item taken out of a sale',
  associate_switched: 'another person at the register',
};

/** What kind of operation it is, as a part of a sentence. One of a newer version is named as it names itself. */
export function operationWords(type: string): string {
  return (WORDS as Readonly<Record<string, string | undefined>>)[type] ?? type.replaceAll('_', ' ');
}
