import { CarrierDesk } from '../../devices/simulators/carrier/carrier-desk.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import { type BoughtLabel, type Carrier, CarrierFailed, type Shipment } from '../../sync-server/outbound/carrier.ts';
import type { Chance } from './chance.ts';

/** A picture of one dot: nobody looks at it here. */
const DOT = 'R0lGODdhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

/** A carrier that is away now and then, and loses questions and answers. It makes two labels for whoever asks twice. */
export class SimCarrier implements Carrier {
  readonly desk = new CarrierDesk(SIMULATED_CARRIER.shipperNumber);
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  private weather(): void {
    if (this.chance.percent(10)) throw new CarrierFailed('carrier_put_off');
    if (this.chance.percent(10)) throw new CarrierFailed('carrier_answer_lost');
  }

  private answer(label: { readonly trackingNumber: string }): BoughtLabel {
    if (this.chance.percent(20)) throw new CarrierFailed('carrier_answer_lost');
    return { trackingNumber: label.trackingNumber, picture: { format: 'gif', data: DOT }, cost: null };
  }

  async buy({ reference, service, from, to, comesBack, weightGrams }: Shipment): Promise<BoughtLabel> {
    await Promise.resolve();
    this.weather();
    const isReturn = comesBack !== null;
    return this.answer(this.desk.make({ reference, service, isReturn, from: [from.name], to: [to.name], weight: `${weightGrams} g` }));
  }

  async find(reference: string): Promise<BoughtLabel | null> {
    await Promise.resolve();
    this.weather();
    const label = this.desk.find(reference);
    return label === undefined ? null : this.answer(label);
  }

  async giveBack(trackingNumber: string): Promise<void> {
    await Promise.resolve();
    this.weather();
    const label = this.desk.byNumber(trackingNumber);
    if (label !== undefined) label.isVoid = true;
    this.weather();
  }
}
