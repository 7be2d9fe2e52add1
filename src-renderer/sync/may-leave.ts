import type { Connection } from '../kit/register-services.ts';

/**
 * Whether the device may become a new register: the server will never have the old one again. An app that is only too old stays what
 * it is.
 */
export function mayLeave(connection: Connection): boolean {
  return connection.status === 'refused' && connection.code !== 'too_old';
}
