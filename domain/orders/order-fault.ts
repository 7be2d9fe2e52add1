/** Something that is wrong with an order: the path of the field, what is off, and what to send instead. */
export interface OrderFault {
  readonly code:
    | 'order_not_valid'
    | 'amount_not_valid'
    | 'currency_not_taken'
    | 'unknown_sku'
    | 'not_shippable'
    | 'unknown_store'
    | 'substitute_not_valid'
    | 'not_available';
  readonly field: string;
  readonly message: string;
  readonly fix: string;
  /** What it tells, for programs. */
  readonly facts?: Readonly<Record<string, string>>;
}
