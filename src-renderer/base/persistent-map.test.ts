import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from './persistent-map.ts';

/** Few keys, so that they come again; the last two have the same hash. */
const key = fc.constantFrom(...Array.from({ length: 60 }, (_, n) => `key-${n}`), 'costarring', 'liquid');
const change = fc.record({ key, value: fc.option(fc.nat(5), { nil: null }) });

function played(changes: readonly { readonly key: string; readonly value: number | null }[]) {
  const plain = new Map<string, number>();
  let map = PersistentMap.of<number>([]);
  for (const { key: at, value } of changes) {
    if (value === null) plain.delete(at);
    else plain.set(at, value);
    map = map.with([[at, value ?? undefined]]);
  }
  return { plain, map };
}

const sorted = <V>(entries: Iterable<[string, V]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a persistent map', () => {
  it('holds what a plain map holds, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 200 }), (changes) => {
        const { plain, map } = played(changes);
        expect(sorted(map)).toEqual(sorted(plain));
        expect(map.size).toBe(plain.size);
        expect([...map.keys()].every((at) => map.has(at) && map.get(at) === plain.get(at))).toBe(true);
        expect(map.has('never')).toBe(false);
        expect(sorted(PersistentMap.of(plain))).toEqual(sorted(plain));
        const seen: [string, number][] = [];
        map.forEach((value, at) => seen.push([at, value]));
        expect(sorted(seen)).toEqual(sorted(plain));
        expect([...map.values()].sort()).toEqual([...plain.values()].sort());
      }),
    );
  });

  it('leaves the earlier map as it was, and names what differs', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), fc.array(change, { maxLength: 20 }), (first, then) => {
        const before = played(first).map;
        const kept = sorted(before);
        let after = before;
        for (const { key: at, value } of then) after = after.with([[at, value ?? undefined]]);
        const atOnce = before.with(then.map(({ key: at, value }) => [at, value ?? undefined]));
        expect([sorted(atOnce), atOnce.size]).toEqual([sorted(after), after.size]);
        expect(sorted(before)).toEqual(kept);
        const named = new Set(after.changedSince(before));
        const all = new Set([...before.keys(), ...after.keys()]);
        for (const at of all) expect(named.has(at)).toBe(before.get(at) !== after.get(at));
        expect([...named].filter((at) => !all.has(at))).toEqual([]);
      }),
    );
  });

  it('is the same map when nothing changes', () => {
    const map = PersistentMap.of([['a', 1]]);
    expect(map.with([['a', 1]])).toBe(map);
    expect(map.with([['b', undefined]])).toBe(map);
  });

  it('looks at few of many entries to find what differs', () => {
    const before = PersistentMap.of(Array.from({ length: 20_000 }, (_, n) => [`key-${n}`, n] as const));
    const after = before.with([
      ['key-7', -1],
      ['key-9', undefined],
      ['new', 1],
    ]);
    expect([...after.changedSince(before)].sort()).toEqual(['key-7', 'key-9', 'new']);
  });

  it('tells keys with the same hash apart', () => {
    const map = PersistentMap.of(Array.from({ length: 40 }, (_, n) => [`other-${n}`, n] as const)).with([
      ['costarring', 1],
      ['liquid', 2],
    ]);
    expect([map.get('costarring'), map.get('liquid')]).toEqual([1, 2]);
    expect(map.with([['liquid', undefined]]).get('costarring')).toBe(1);
  });
});
