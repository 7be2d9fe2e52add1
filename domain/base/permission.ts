/**
 * Everything that a person or a machine can be allowed to do. Operations name one of these, and a setting maps roles to
 * them (rule A1). A closed list, so that nothing goes without.
 */
export const PERMISSIONS = [
  'shift.open',
  'shift.close',
  'shift.take_over',
  'sale.complete',
  'sale.change',
  'sale.discount',
  'sale.void',
  'payment.leave_open',
  'return.record',
  'return.empties',
  'return.exception',
  'return.no_receipt',
  'return.label',
  'order.pick',
  'order.pack',
  'order.hand_over',
  'order.vouch',
  'order.ship',
  'order.reject',
  'order.note',
  'order.pause',
  'stock.put_back',
  'stock.set_aside',
  'stock.adjust',
  'stored_value.adjust',
  'account.charge',
  'account.over_limit',
  'exception.resolve',
  'quick_keys.lay_out',
  'customer.change',
  'cash.move',
  'cash.drop',
  'drawer.open',
  'register.use',
  'report.read',
  'training.start',
  'receipt.mail',
  'receipt.copy',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Permissions that are weighed in hundredths of a percent, not in amounts. */
export const WEIGHED_IN_PERCENT: readonly Permission[] = ['sale.discount'];
