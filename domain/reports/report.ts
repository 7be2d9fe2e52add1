import type { CashMovementKind } from '../shift/cash-movement.ts';
import type { DrawerHandedOver, ShiftClosed } from '../shift/shift.ts';

/** How many there were, and what they come to in minor units. */
export interface Amount {
  count: number;
  minor: number;
}

/** A tax on what was sold, less what came back. */
export interface TaxSum {
  /** Empty for what came back without telling its taxes one by one. */
  readonly code: string;
  readonly ratePpm: number;
  baseMinor: number;
  taxMinor: number;
}

/** What was paid with one tender, and what went back by it. */
export interface TenderSum {
  /** The kind of tender, or the brand of the card. */
  readonly kind: string;
  readonly scheme: string | null;
  paid: Amount;
  refunded: Amount;
}

/** What the report cannot know of its operations alone. */
export interface ReportCase {
  /** The department of a SKU; null where the catalog has it no more. */
  readonly departmentOf: (sku: string) => string | null;
  /** The hour in the store at an instant, 0 to 23. */
  readonly hourOf: (at: string) => number;
  /** Whether taxes are within the prices: a return does not tell. */
  readonly pricesIncludeTax: boolean;
}

export interface Movement {
  readonly kind: CashMovementKind;
  readonly reason: string | null;
  readonly amountMinor: number;
  readonly bag: string | null;
  readonly at: string;
  readonly associateId: string | null;
}

/** The device's clock was put back or ahead between two operations, in the order of the journal. */
export interface ClockChange {
  /** The device's time of the operation before, and of the one after it. */
  readonly from: string;
  readonly to: string;
  /** By how much, in milliseconds: negative where it was put back. */
  readonly byMs: number;
}

/** A count by what each associate did. */
export interface AssociateSum {
  sales: number;
  salesMinor: number;
  returns: number;
  voids: number;
  /** Lines that were taken off or made fewer before the payment, and sales that were given up. */
  reduced: number;
  cleared: number;
  /** Sales in which a price was made by hand. */
  overrides: number;
  noSales: number;
}

/** What a shift came to. All amounts in minor units of its currency. */
export interface ShiftReport {
  readonly shiftId: string;
  currency: string;
  openedAt: string | null;
  openedBy: string | null;
  /** The day of the books, YYYY-MM-DD: that on which the shift was opened, past midnight too (rule J8). */
  businessDate: string | null;
  /** The name of its drawer; null where all share one. */
  drawerId: string | null;
  floatMinor: number;
  /** The first and the last operation in the journal of the register. */
  firstSeq: number;
  lastSeq: number;
  /** Receipts by number: the first and the last. */
  receipts: { first: string | null; last: string | null; count: number };
  /** Sales as they were paid: with tax, after discounts, with gift cards sold, before rounding. */
  sales: Amount;
  /** Goods, services and fees before discounts, tax included where prices include it. */
  gross: Amount;
  /** What was taken off, by what did it: `promotion`, `price_override`, `line_discount`, `sale_discount`, `reward`. */
  discounts: Record<string, Amount>;
  /** Taxes that came on top of the prices. */
  taxAddedMinor: number;
  giftCardsSold: Amount;
  deposits: Amount;
  /** Of `returns`: deposits that were paid back. */
  depositsBack: Amount;
  /** What customers paid of what they owed: the goods were sold when they were put on the account. */
  accountPayments: Amount;
  exempt: Amount;
  /** What went back to customers. */
  returns: Amount;
  /** What was kept of refunds; `returns` is without it. */
  restockingFees: Amount;
  /** Of `returns`: goods, services and fees, without taxes that came on top, less what was kept. */
  returnedNetMinor: number;
  /** Of `returns`: sales that were voided as a whole. */
  voids: Amount;
  taxes: TaxSum[];
  tenders: TenderSum[];
  /** By terminal: what its cards paid, less what went back to them, as the terminal told. */
  terminals: Record<string, Amount>;
  /** The same by terminal and brand, apart; the brand is empty where the terminal told none. */
  brands: Record<string, Record<string, Pick<TenderSum, 'paid' | 'refunded'>>>;
  /** Tips by associate, in minor units. */
  tips: Record<string, number>;
  roundingMinor: number;
  /** Units sold, of goods by the piece. */
  units: number;
  /** Sales that gave change, for whoever looks for a difference. */
  changes: { receiptNumber: string; at: string; changeMinor: number }[];
  /** Cash that came into the drawer less what left it, moves included. */
  cashMinor: number;
  /** The same in other currencies. */
  otherCash: Record<string, number>;
  moves: Movement[];
  /** Counts at which a colleague took the drawer over; what it differed by then is part of `cashMinor`. */
  handovers: (DrawerHandedOver & { at: string })[];
  /** Lines that were made fewer, and sales that were given up, before the payment. */
  reduced: Amount;
  cleared: Amount;
  noSales: Record<string, number>;
  /** Where the device's clock was changed: times of the shift overlap, or leave out what never was. */
  clockChanges: ClockChange[];
  /** How often somebody practised. Nothing of it is in any sum. */
  trainings: number;
  approvals: Record<string, number>;
  /** Card payments that no bank has confirmed, but for those that went back. */
  offlineCards: Amount;
  unansweredCards: Amount;
  departments: Record<string, number>;
  /** Sales by the hour in the store, net of discounts. An hour that a change of the clocks repeats is one. */
  hours: Record<number, Amount>;
  associates: Record<string, AssociateSum>;
  closed: (ShiftClosed['payload'] & { at: string; associateId: string | null; seq: number; hash: string }) | null;
  /** Who got the tips of a sale, by its receipt. */
  tipped: Map<string, string>;
  /** The brand of each card payment and card refund, by its id. */
  schemes: Map<string, string | null>;
}
