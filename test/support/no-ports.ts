import { CarrierFailed } from '../../sync-server/outbound/carrier.ts';
import { MailFailed } from '../../sync-server/outbound/mailer.ts';
import type { Ports } from '../../sync-server/outbound/ports.ts';

const noCarrier = () => Promise.reject(new CarrierFailed('carrier_not_set_up'));

/** A server that reaches nobody outside. */
export const NO_PORTS: Ports = {
  mailer: { send: () => Promise.reject(new MailFailed('mail_not_set_up')) },
  carrier: { buy: noCarrier, find: noCarrier, giveBack: noCarrier },
};
