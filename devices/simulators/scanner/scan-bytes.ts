import { z } from 'zod';
import { MOST_SCANNED } from '../../../domain/device/scanner.ts';

const END_TEXTS = { cr: '\r', lf: '\n', crlf: '\r\n', tab: '\t', none: '' } as const;

/** A scan as a person or a program asks for it. `{GS}` in a code stands for the separator of GS1, which no keyboard has. */
export const scanRequest = z.strictObject({
  code: z
    .string()
    .min(1)
    .max(MOST_SCANNED + 10),
  /** How its bytes stand for letters. */
  letters: z.enum(['utf8', 'latin1']).default('utf8'),
  end: z.enum(['cr', 'lf', 'crlf', 'tab', 'none']).default('cr'),
});

/** What a scanner sends for a code. */
export function scanBytes({ code, letters, end }: z.output<typeof scanRequest>): Uint8Array {
  return Buffer.from(`${code.replaceAll('{GS}', '\u001d')}${END_TEXTS[end]}`, letters);
}

/** Half of a code, as if somebody tripped over the cable. */
export function halfOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, Math.ceil(bytes.length / 2));
}

/** What a line brings while its plug is not whole: bytes that no label has, and an end. */
export const NOISE = Uint8Array.of(0x34, 0x01, 0x84, 0xff, 0x0d);
