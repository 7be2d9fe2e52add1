import { beforeEach, describe, expect, it } from 'vitest';
import type { PairAnswer } from '../kit/card-services.ts';
import { followPairingLink, takePairingLink } from './pairing-link.ts';

class Tab {
  readonly kept = new Map<string, string>();
  readonly shown: string[] = [];
  readonly sessionStorage = {
    getItem: (name: string) => this.kept.get(name) ?? null,
    setItem: (name: string, value: string) => void this.kept.set(name, value),
    removeItem: (name: string) => void this.kept.delete(name),
  } as unknown as Storage;
  readonly history = {
    state: null,
    replaceState: (_state: unknown, _title: string, url: string) => void this.shown.push(url),
  } as unknown as History;

  open(address: string): boolean {
    const { pathname, search, hash } = new URL(address);
    return takePairingLink({
      location: { pathname, search, hash } as Location,
      history: this.history,
      sessionStorage: this.sessionStorage,
    });
  }

  async follow(answer: PairAnswer): Promise<string[]> {
    const tried: string[] = [];
    await followPairingLink(this.sessionStorage, (code) => {
      tried.push(code);
      return Promise.resolve(answer);
    });
    return tried;
  }
}

let tab: Tab;
beforeEach(() => {
  tab = new Tab();
});

describe('an address that pairs', () => {
  it('is cleaned at once, and followed once', async () => {
    expect(tab.open('http://localhost:4680/sale?a=1#pair=5000:K7P2-WX9M')).toBe(true);
    expect(tab.shown).toEqual(['/sale?a=1']);
    expect(await tab.follow('paired')).toEqual(['5000:K7P2-WX9M']);
    expect(await tab.follow('paired')).toEqual([]);
  });

  it.each<[PairAnswer, number]>([
    ['no_host', 1],
    ['too_many_tries', 1],
    ['wrong_code', 0],
  ])('is kept after %s: %i', async (answer, kept) => {
    tab.open('http://localhost:4680/#pair=K7P2-WX9M');
    await tab.follow(answer);
    expect(tab.kept.size).toBe(kept);
  });

  it.each([
    'http://localhost:4680/',
    'http://localhost:4680/#pair=',
    'http://localhost:4680/#pair=<script>',
    'http://localhost:4680/#other',
  ])('is none: %s', async (address) => {
    expect(tab.open(address)).toBe(false);
    expect([tab.shown, await tab.follow('paired')]).toEqual([[], []]);
  });
});
