import { text } from '../base/text.ts';

/** Of an address, as SMTP carries it (RFC 5321, 4.5.3.1). */
const MOST_SIGNS = 254;

/** One word of ASCII without anything that means something in a header, `@`, and the name of a domain with a dot. */
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;
const PLAIN = /^[!-~]+$/;

/** Whether mail can be sent there: it is one address, as long as SMTP takes it, and nothing that could begin another header. */
export function isMailAddress(address: string): boolean {
  const [local = ''] = address.split('@');
  return address.length <= MOST_SIGNS && ADDRESS.test(address) && PLAIN.test(local);
}

/** The address of somebody to whom mail is sent. */
export const mailAddress = text.trim().max(MOST_SIGNS).refine(isMailAddress, 'It is no address to which mail can be sent.');
