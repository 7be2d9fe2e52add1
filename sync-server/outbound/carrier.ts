/** Who sends a parcel or gets it, as it stands on the label. */
export interface CarrierAddress {
  readonly name: string;
  readonly line1: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** A parcel for which a label is bought. */
export interface Shipment {
  /** The parcel, by a name that the carrier keeps: by it a label is found whose answer was lost. 32 letters and digits at most. */
  readonly reference: string;
  readonly service: string;
  readonly from: CarrierAddress;
  readonly to: CarrierAddress;
  /** Of a parcel that a customer sends back: what is in it, in 35 signs at most. Null for one that goes out. */
  readonly comesBack: { readonly contents: string } | null;
  readonly weightGrams: number;
  /** Millimetres; null where nobody knows. */
  readonly size: readonly [length: number, width: number, height: number] | null;
}

/** A label that the carrier has made. */
export interface BoughtLabel {
  readonly trackingNumber: string;
  readonly picture: { readonly format: 'gif' | 'png'; readonly data: string };
  /** Null where it did not say. */
  readonly cost: { readonly currency: string; readonly minor: number } | null;
}

/** Why a carrier made no label, or nobody knows whether it did. */
export const CARRIER_FAULTS = [
  /** No carrier is set up. */
  'carrier_not_set_up',
  /** Nothing was sent: nobody answers there. */
  'carrier_unreachable',
  'carrier_sign_in_refused',
  /** It has too much to do, or is down. It has made nothing. */
  'carrier_put_off',
  /** It was asked, and no answer came: it has made a label, or not. */
  'carrier_answer_lost',
  /** It delivers to no such address. */
  'carrier_address_refused',
  /** It takes no such parcel. */
  'carrier_refused',
  /** It has the parcel already, so that its label cannot be given back. */
  'carrier_void_refused',
] as const;

export type CarrierFault = (typeof CARRIER_FAULTS)[number];

const FINAL: readonly CarrierFault[] = ['carrier_address_refused', 'carrier_refused', 'carrier_void_refused'];

/** A carrier did not do what it was asked. The code is for people; what the carrier said may name somebody, and is not kept (rule A2). */
export class CarrierFailed extends Error {
  readonly code: CarrierFault;
  /** Another attempt would end the same. */
  readonly isFinal: boolean;

  constructor(code: CarrierFault) {
    super(code);
    this.code = code;
    this.isFinal = FINAL.includes(code);
  }
}

/** Makes labels. */
export interface Carrier {
  /**
   * Buys the label of a parcel. Asked again after a lost answer, it may make a second one: {@link find} is asked first (rule E2).
   * @throws CarrierFailed
   */
  buy(shipment: Shipment, signal: AbortSignal): Promise<BoughtLabel>;
  /** The label that was made for a reference; null where none was. @throws CarrierFailed */
  find(reference: string, signal: AbortSignal): Promise<BoughtLabel | null>;
  /** Gives a label back. One that was given back before is no fault. @throws CarrierFailed */
  giveBack(trackingNumber: string, signal: AbortSignal): Promise<void>;
}
