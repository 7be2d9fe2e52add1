import type { LookupAddress } from 'node:dns';
import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the open internet: not private, loopback, link-local (where clouds answer with their secrets),
 * carrier-grade, reserved or for many, also not when it is written as IPv6.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  return ipaddr.process(text).range() === 'unicast';
}

/** Finds all addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** Why a name cannot be called. */
export class AddressRefused extends Error {
  constructor() {
    super('The address is not one of the open internet.');
  }
}

/**
 * The addresses that a call to this host may connect to. All of them must be public: a name that has one private address may give that one.
 * @param host a name or an address, without brackets.
 * @throws AddressRefused
 */
export async function callableAddresses(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const found = ipaddr.isValid(host) ? [{ address: host, family: ipaddr.IPv6.isValid(host) ? 6 : 4 }] : await resolve(host);
  if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address))) throw new AddressRefused();
  return found;
}
