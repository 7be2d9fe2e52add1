import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { gtinsOf } from '../../../domain/barcodes/gtin.ts';
import { LANGUAGES } from '../../../texts/words/languages.ts';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import { product } from '../../../test/support/counter-device.ts';
import { resolveScan } from './resolve-entry.ts';

interface Row {
  readonly id: string;
  readonly raw: string;
  readonly expected: { readonly ok: boolean; readonly gtin14?: string; readonly refuse_as_item?: boolean; readonly needs_setting?: string };
}

const rows = JSON.parse(readFileSync(new URL('../../../test/fixtures/vectors/barcodes.json', import.meta.url), 'utf8')) as Row[];
const isRefused = ({ expected }: Row) => !expected.ok || expected.refuse_as_item === true;

/** A catalog that has an article for every code of the rows that stand for one. */
const known = new Set(rows.filter((row) => !isRefused(row)).flatMap(({ expected }) => expected.gtin14 ?? []));
const catalog = { lookup: (code: string) => (gtinsOf(code.trim()).some((gtin) => known.has(gtin)) ? product : undefined) };
const rules = {
  today: '2026-11-25',
  inStore: { country: null, layouts: [] },
  separators: [],
  currency: 'EUR',
  promotions: [],
  quotes: [],
};

describe('a code that is refused sells nothing, and a sentence says why', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it('there are thirty of them', () => expect(rows.filter(isRefused).length).toBe(30));

  it.each(rows.filter(isRefused))('$id', ({ raw }) => {
    const sentences = LANGUAGES.map((language) => {
      chosenLanguage.setState({ language });
      const entry = resolveScan(catalog, raw, rules);
      expect(entry.kind).toBe('unknown');
      return entry.kind === 'unknown' ? entry.sentence : '';
    });
    expect(new Set(sentences).size).toBe(LANGUAGES.length);
    for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(20);
  });
});
