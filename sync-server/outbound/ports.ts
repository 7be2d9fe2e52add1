import type { Carrier } from './carrier.ts';
import type { Mailer } from './mailer.ts';

/** The ways to the outside world that jobs have (rule E1). */
export interface Ports {
  readonly mailer: Mailer;
  readonly carrier: Carrier;
}
