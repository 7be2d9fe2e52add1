import { z } from 'zod';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** What scanners are set to type in place of FNC1, `{GS}` say. Nothing is taken for it that is not set: labels may hold it. */
export const scannerSeparators = defineSetting({
  key: 'barcodes.separators',
  levels: ['company', 'store', 'register'],
  schema: z.array(text.min(1).max(8)).max(10),
  standard: [],
});

/**
 * What scanners are set to type before each code. It is taken away wherever a code is scanned, once. No digit and no `]` is allowed: codes
 * begin with these.
 */
export const scannerPrefixes = defineSetting({
  key: 'barcodes.prefixes',
  levels: ['company', 'store', 'register'],
  schema: z.array(text.regex(/^[^\d\]\s]{1,8}$/)).max(10),
  standard: [],
});
