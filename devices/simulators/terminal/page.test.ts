import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../page/languages.ts';
import type { LedgerEntry } from './ledger.ts';
import { terminalPage, terminalParts, type TerminalView } from './page.ts';
import { TERMINAL_WORDS } from './words.ts';

const payment = { serviceId: 'A1', saleId: '<R1>', currency: 'USD', amount: 12.34, connected: true };
const idle: TerminalView = { isAway: false, payment: null, ledger: [] };
const entry = (given: Partial<LedgerEntry>): LedgerEntry => ({
  serviceId: 'A1',
  category: 'Payment',
  currency: 'USD',
  requested: 12.34,
  moved: 12.34,
  transactionId: 'T1',
  at: '2026-11-26T10:00:00.000Z',
  ...given,
});

describe('the page of the simulated terminal', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('says everything in %s, in its direction', (language) => {
    const page = terminalPage(language, { ...idle, payment });
    expect(page).toContain(`<html lang="${language}" dir="${LANGUAGES[language].direction}">`);
    const others = ['idle', 'away', 'unheard', 'time', 'what', 'asked', 'amount', 'payment', 'reversal'];
    const missing = Object.entries(TERMINAL_WORDS[language]).filter(([key, text]) => !others.includes(key) && !page.includes(text));
    expect(missing).toEqual([]);
    expect(Object.values(TERMINAL_WORDS[language]).filter((text) => text === '')).toEqual([]);
  });

  it.each<[string, TerminalView, readonly string[]]>([
    ['idle', idle, ['here']],
    ['off the network', { ...idle, isAway: true }, ['away']],
    ['with a payment', { ...idle, payment }, ['here', 'payment', 'heard']],
    ['with a payment that the till does not wait for', { ...idle, payment: { ...payment, connected: false } }, ['here', 'payment']],
    ['off the network with a payment', { ...idle, isAway: true, payment: { ...payment, connected: false } }, ['away', 'payment']],
  ])('offers what can be pressed: %s', (_what, view, pressable) => {
    expect(terminalParts('en', view).pressable).toEqual(pressable);
  });

  it('shows the amount, and half of it as a part', () => {
    const { texts, values } = terminalParts('en', { ...idle, payment });
    expect([texts.display.includes('$12.34'), values]).toEqual([true, { part: 6 }]);
    expect(terminalParts('en', idle).values).toEqual({ part: null });
  });

  it('lists what it moved, the newest first, also what went back', () => {
    const ledger = [
      entry({}),
      entry({ serviceId: 'A2', category: 'Reversal', requested: 12.34, moved: -12.34 }),
      entry({ moved: 0, currency: 'JPY' }),
    ];
    const { texts } = terminalParts('en', { ...idle, ledger });
    expect([...texts.moved.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, amount]) => amount)).toEqual([
      '¥12',
      '¥0',
      '$12.34',
      '-$12.34',
      '$12.34',
      '$12.34',
    ]);
  });
});
