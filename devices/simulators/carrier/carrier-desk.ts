import { z } from 'zod';
import { TRACKING_FORMATS } from '../../../domain/carriers/tracking-formats.ts';

/** What the simulated carrier does when a label is bought: makes it, or what real ones do now and then. */
export const carrierHabit = z.enum([
  'answer',
  /** 400: it delivers to no such address. */
  'refuse_address',
  /** It makes the label, and the connection breaks before it says so. */
  'lose_answer',
  /** The connection breaks before it has made anything. */
  'lose_question',
  /** 503: it is down. */
  'go_away',
]);

export type CarrierHabit = z.infer<typeof carrierHabit>;

/** An order for a label, as it came in. */
export interface LabelOrder {
  readonly reference: string;
  readonly service: string;
  /** Whether a customer sends it back. */
  readonly isReturn: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** As it was written: `1.25 KGS`. */
  readonly weight: string;
}

/** A label that the carrier has made and charges for, unless it is void. */
export interface MadeLabel extends LabelOrder {
  readonly trackingNumber: string;
  /** In hundredths of a US dollar. */
  readonly costMinor: number;
  isVoid: boolean;
}

const MOST_KEPT = 500;
/** What the simulated carrier charges, in hundredths of a US dollar: for each parcel, and for each kilogram that it begins. */
const [PARCEL_MINOR, KILOGRAM_MINOR] = [795, 60];

/** The carrier, without its wires: what it does, and what it has made. */
export class CarrierDesk {
  habit: CarrierHabit = 'answer';
  /** How often somebody asked for a label to be made. */
  asked = 0;
  readonly shipperNumber: string;
  private kept: readonly MadeLabel[] = [];
  private made = 0;

  constructor(shipperNumber: string) {
    this.shipperNumber = shipperNumber;
  }

  /** The labels that it made, the oldest first. */
  get labels(): readonly MadeLabel[] {
    return this.kept;
  }

  /** Makes a label. The same order twice makes two: real carriers do, too. */
  make(order: LabelOrder): MadeLabel {
    this.made += 1;
    const checked = `${this.shipperNumber}03${String(this.made).padStart(7, '0')}`;
    const costMinor = PARCEL_MINOR + KILOGRAM_MINOR * Math.ceil(Number.parseFloat(order.weight));
    const label = { ...order, trackingNumber: `1Z${checked}${TRACKING_FORMATS.ups_1z.checkDigit(checked)}`, costMinor, isVoid: false };
    this.kept = [...this.kept, label].slice(-MOST_KEPT);
    return label;
  }

  /** The newest label of a reference that is not void. */
  find(reference: string): MadeLabel | undefined {
    return this.kept.findLast((label) => label.reference === reference && !label.isVoid);
  }

  byNumber(trackingNumber: string): MadeLabel | undefined {
    return this.kept.find((label) => label.trackingNumber === trackingNumber);
  }

  empty(): void {
    this.kept = [];
  }
}
