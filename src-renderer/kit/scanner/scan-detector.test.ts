import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyPlace, SLOW_MS } from './is-scan.ts';
import { type Key, PAUSE_MS, ScanDetector, type Verdict } from './scan-detector.ts';

const SHORTEST = 6;
type Press = Pick<Key, 'key'> & Partial<Key>;

/** Presses keys one after the other, `gap` milliseconds apart, and then waits. */
function press(
  keys: readonly (string | Press)[],
  { gap = 10, place = 'search' as KeyPlace, detector = new ScanDetector(() => SHORTEST), from = 1000 } = {},
) {
  const verdicts: Verdict[] = [];
  keys.forEach((key, index) => {
    const given = typeof key === 'string' ? { key } : key;
    verdicts.push(detector.key({ at: from + index * gap, place, modified: false, repeated: false, ...given }));
  });
  const silent = detector.silence(from + keys.length * gap + PAUSE_MS);
  const codes = [...verdicts.flatMap((one) => (one.kind === 'scanned' ? [one.code] : [])), ...(silent === null ? [] : [silent])];
  return { codes, kinds: verdicts.map(({ kind }) => kind) };
}

const code = fc.stringMatching(/^[0-9]{6,20}$/);
const CR_LF: readonly (readonly Press[])[] = [
  [{ key: 'Enter' }],
  [{ key: 'Tab' }],
  [{ key: 'Enter' }, { key: 'Enter' }],
  [{ key: 'Enter' }, { key: 'j', modified: true }],
  [{ key: 'Enter' }, { key: 'Tab' }],
  [],
];

describe('a scan', () => {
  it('is read whole at any speed, whatever its suffix, and its suffix reaches nobody', () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 5, max: 100 }),
        fc.constantFrom(...CR_LF),
        fc.constantFrom<KeyPlace>('none', 'number', 'search'),
        (text, gap, suffix, place) => {
          const { codes, kinds } = press([...text, ...suffix], { gap, place });
          expect(codes).toEqual([text]);
          expect(kinds.slice(text.length)).not.toContain('typed');
        },
      ),
    );
  });

  it('is never glued to the one before or to what stood there', () => {
    fc.assert(
      fc.property(code, code, fc.constantFrom(...CR_LF), fc.integer({ min: 5, max: 100 }), (first, second, suffix, gap) => {
        const detector = new ScanDetector(() => SHORTEST);
        expect(press([...first, ...suffix], { detector, gap }).codes).toEqual([first]);
        expect(press([...second, ...suffix], { detector, gap, from: 9000 }).codes).toEqual([second]);
      }),
    );
  });

  it('keeps its capital letters and the separators of a GS1 label', () => {
    const keys: Press[] = [...'40'].map((key) => ({ key }));
    expect(
      press([
        ...keys,
        { key: 'Shift' },
        { key: 'A' },
        { key: 'Control' },
        { key: ']', modified: true },
        ...[...'1234'].map((key) => ({ key })),
        { key: 'Enter' },
      ]).codes,
    ).toEqual(['40A\u001d1234']);
  });

  it('shows a search field two characters at most when no person could type as quickly', () => {
    const { kinds } = press([...'4012345678901', 'Enter'], { gap: 2 });
    expect(kinds).toEqual([...Array(2).fill('typed'), ...Array(11).fill('swallowed'), 'scanned']);
    expect(press([...'4012345678901', 'Enter'], { gap: 2, place: 'number' }).kinds).not.toContain('swallowed');
  });

  it('presses nothing on a button, not by a space in it nor by an Enter after too few characters', () => {
    expect(press([...'AB 12345', 'Enter'], { place: 'none' }).kinds.slice(1)).toEqual([
      'typed',
      'swallowed',
      'typed',
      'typed',
      'typed',
      'typed',
      'typed',
      'scanned',
    ]);
    expect(press(['7', 'Enter'], { place: 'none', gap: 100 })).toEqual({ codes: [], kinds: ['typed', 'swallowed'] });
  });
});

describe('typing', () => {
  it.each([
    ['Enter after a pause', [...'401234', { key: 'Enter', at: 1060 + PAUSE_MS }], 'number'],
    ['a key that is held down', [...'4012', ...Array.from({ length: 12 }, () => ({ key: '1', repeated: true }))], 'search'],
    ['a code and an arrow', [...'401234', 'ArrowDown'], 'search'],
    ['a shortcut', [...'4012345', { key: 'a', modified: true }], 'search'],
  ] as const)('%s is none', (_name, keys, place) => {
    const { codes, kinds } = press(keys, { place });
    expect(codes).toEqual([]);
    expect(new Set(kinds)).toEqual(new Set(['typed']));
  });

  it('by a person reaches the field, Enter and all', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ -~]{1,20}$/),
        fc.integer({ min: SLOW_MS + 1, max: 400 }),
        fc.constantFrom<KeyPlace>('number', 'search', 'pin', 'secret', 'text'),
        (text, gap, place) => {
          fc.pre(!/^\d{10,}$/.test(text));
          const { codes, kinds } = press([...text, 'Enter'], { gap, place });
          expect(codes).toEqual([]);
          expect(kinds).not.toContain('swallowed');
        },
      ),
    );
  });

  it('at any speed is typed whole and in order, once it is clear that it is no scan', () => {
    const beats = fc.array(fc.record({ key: fc.stringMatching(/^[0-9a-z -]$/), gap: fc.integer({ min: 0, max: 300 }) }), { minLength: 1 });
    fc.assert(
      fc.property(beats, fc.constantFrom('Enter', 'ArrowDown', null), (keys, last) => {
        const detector = new ScanDetector(() => SHORTEST);
        let at = 1000;
        let shown = '';
        let scanned = '';
        const take = (verdict: Verdict | { kind: 'silent'; code: string | null }, typed: string) => {
          // What was held comes before the key that ended it.
          shown += detector.typedAfterAll();
          if (verdict.kind === 'typed') shown += typed;
          if (verdict.kind === 'scanned' || (verdict.kind === 'silent' && verdict.code !== null)) scanned += verdict.code;
        };
        for (const { key, gap } of keys) {
          if (gap > PAUSE_MS) take({ kind: 'silent', code: detector.silence(at + PAUSE_MS) }, '');
          at += gap;
          take(detector.key({ key, at, place: 'search', modified: false, repeated: false }), key);
        }
        if (last !== null) take(detector.key({ key: last, at: at + 1, place: 'search', modified: false, repeated: false }), '');
        take({ kind: 'silent', code: detector.silence(at + 1 + PAUSE_MS) }, '');
        fc.pre(scanned === '');
        expect(shown).toBe(keys.map(({ key }) => key).join(''));
      }),
    );
  });

  it('of Enter alone presses a button, also soon after a person typed', () => {
    expect(press(['Enter'], { place: 'none' }).kinds).toEqual(['typed']);
  });
});
