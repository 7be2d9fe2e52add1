import { MailFailed } from '../../sync-server/outbound/mailer.ts';
import type { Ports } from '../../sync-server/outbound/ports.ts';

/** A server that reaches nobody outside. */
export const NO_PORTS: Ports = { mailer: { send: () => Promise.reject(new MailFailed('mail_not_set_up')) } };
