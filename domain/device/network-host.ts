import { text } from '../base/text.ts';

/** The name or the address of a device on the local network. */
export const networkHost = text.regex(/^[A-Za-z0-9.:-]{1,253}$/, 'A host is a name such as terminal-1.local, or an address.');
