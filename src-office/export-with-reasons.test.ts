import { afterEach, expect, it } from 'vitest';
import { chosenLanguage } from '../texts/words/chosen-language.ts';
import { exportWithReasons } from './export-with-reasons.ts';

afterEach(() => chosenLanguage.setState({ language: 'en' }));

it('an export says why in the language that is shown, and keeps all that the server gave', () => {
  const held = { id: 1, code: 'wrong_store', facts: { fault: 'other_store', store: 'S1' }, body: { a: [1] }, replays: [] };
  const text = `{"exportedAt":"2026-03-02T10:00:00.000Z","operations":[\n${JSON.stringify(held)}\n]}\n`;
  const reasonIn = (language: 'en' | 'de') => {
    chosenLanguage.setState({ language });
    return JSON.parse(exportWithReasons(text)) as unknown;
  };
  const exported = (reason: string) => ({ exportedAt: '2026-03-02T10:00:00.000Z', operations: [{ ...held, reason }] });
  expect(reasonIn('en')).toEqual(exported('The register belongs to another store. The register belongs to store S1.'));
  expect(reasonIn('de')).toEqual(exported('Die Kasse gehört zu einer anderen Filiale. Die Kasse gehört zur Filiale S1.'));
});

it('an empty export stays one', () => {
  const empty = '{"exportedAt":"2026-03-02T10:00:00.000Z","operations":[\n]}\n';
  expect(exportWithReasons(empty)).toBe(empty);
});
