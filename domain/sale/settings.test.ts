import { expect, it } from 'vitest';
import { receiptLanguages, receiptLogo } from './settings.ts';

const bytes = (count: number) => Buffer.alloc(count).toString('base64');

it.each([
  ['none', null, true],
  ['two whole rows', { width: 16, bits: bytes(4) }, true],
  ['as large as may be', { width: 384, bits: bytes(48 * 240) }, true],
  ['half a row', { width: 16, bits: bytes(3) }, false],
  ['too wide', { width: 392, bits: bytes(49) }, false],
  ['too high', { width: 8, bits: bytes(241) }, false],
  ['no dots at all', { width: 8, bits: '' }, false],
])('a logo is %s', (_what, logo, isOne) => expect(receiptLogo.schema.safeParse(logo).success).toBe(isOne));

it.each([
  [[], true],
  [['ar', 'en'], true],
  [['de', 'de'], false],
  [['en', 'de', 'ar'], false],
  [['fr'], false],
])('%j are languages of receipts: %s', (languages, are) => expect(receiptLanguages.schema.safeParse(languages).success).toBe(are));
