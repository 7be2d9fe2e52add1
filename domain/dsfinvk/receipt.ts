import type { BusinessCase, PaymentType } from './business-case.ts';

/** Money by a rate, in minor units. */
export interface VatAmount {
  readonly key: number;
  readonly grossMinor: number;
  readonly taxMinor: number;
}

/** A line of a receipt. What takes money off is negative. */
export interface Position {
  readonly businessCase: BusinessCase;
  readonly caseName: string;
  readonly text: string;
  readonly sku: string | null;
  readonly gtin: string | null;
  /** In thousandths of the unit. */
  readonly quantity: number;
  readonly unit: string;
  /** With tax, in thousandths of a minor unit. */
  readonly unitPrice: number;
  readonly voucher: string | null;
  readonly amount: VatAmount;
  /** Before anything was taken off; null where nothing was. */
  readonly baseMinor: number | null;
}

export interface Payment {
  readonly type: PaymentType;
  readonly name: string;
  readonly currency: string;
  /** In minor units of its own currency. */
  readonly amountMinor: number;
  /** In minor units of the receipt's currency. */
  readonly baseMinor: number;
}

/** Something that the till did, as the tax office counts it. Only what is a `Beleg` is in the sums of a closing. */
export interface Receipt {
  readonly id: string;
  readonly number: number;
  readonly type: 'Beleg' | 'AVBelegabbruch' | 'AVSonstige' | 'AVTraining';
  /** The number that is printed on it; null where nothing is printed. */
  readonly printed: string | null;
  readonly isVoid: boolean;
  /** When it was begun; as {@link at} where nobody knows. */
  readonly begunAt: string | null;
  readonly at: string;
  readonly associateId: string | null;
  readonly customerId: string | null;
  readonly note: string;
  readonly positions: readonly Position[];
  readonly payments: readonly Payment[];
  /** The number of the receipt that it takes back, or null. */
  readonly takesBack: string | null;
}

const NO_GOODS = { sku: null, gtin: null, quantity: 1_000, unit: '', voucher: null, baseMinor: null } as const;

/** A line that is no goods: all of it has one key and no tax. @param caseName what tells lines of one case apart; it may be empty. */
export function plainPosition(
  businessCase: BusinessCase,
  grossMinor: number,
  key: number,
  given: Partial<Pick<Position, 'caseName' | 'voucher'>> = {},
): Position {
  const unitPrice = grossMinor * 1_000;
  return {
    ...NO_GOODS,
    businessCase,
    caseName: '',
    text: given.caseName || businessCase,
    unitPrice,
    amount: { key, grossMinor, taxMinor: 0 },
    ...given,
  };
}

export function sumOfPositions({ positions }: Pick<Receipt, 'positions'>): number {
  return positions.reduce((sum, { amount }) => sum + amount.grossMinor, 0);
}
