import { describe, expect, it } from 'vitest';
import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';
import type { PictureShelf } from '../storage/picture-database.ts';
import { keepPictures, MOST_PICTURES, type PictureOptions } from './keep-pictures.ts';

/** A device, its server, and what products name. The hash of a picture is its text. */
function device(given: Partial<PictureOptions> & { readonly onDisk?: readonly string[]; readonly names?: readonly string[] } = {}) {
  const disk = new Map((given.onDisk ?? []).map((hash) => [hash, new Blob([hash])]));
  const asked: string[] = [];
  const dropped: string[] = [];
  const errors: unknown[] = [];
  const shelf: PictureShelf = {
    hashes: () => Promise.resolve([...disk.keys()]),
    read: (hash) => Promise.resolve(disk.get(hash)),
    write: (hash, picture) => Promise.resolve(void disk.set(hash, picture)),
    remove: (hashes) => Promise.resolve(hashes.forEach((hash) => disk.delete(hash))),
  };
  let made = 0;
  const kept = keepPictures({
    shelf,
    load: (hash) => (asked.push(hash), Promise.resolve(new Blob([hash]))),
    hashOf: (picture) => picture.text(),
    named: () => new Set(given.names ?? []),
    mayFetch: () => true,
    toUrl: () => `blob:${(made += 1)}`,
    dropUrl: (url) => dropped.push(url),
    onError: (error) => errors.push(error),
    ...given,
  });
  return { kept, disk, asked, dropped, errors };
}

/** Waits until screens were told that a picture is at hand. */
const shown = ({ kept }: ReturnType<typeof device>, hash: string) =>
  new Promise<string | null>((resolve) => {
    kept.subscribe(() => kept.urlOf(hash) !== null && resolve(kept.urlOf(hash)));
    kept.want(hash);
  });

describe('[R5] pictures on a device', () => {
  it('are fetched once, and deleted when no product names them any more', async () => {
    const one = device({ names: ['A', 'B'], onDisk: ['B', 'OLD'] });
    await one.kept.tidy();
    await one.kept.tidy();
    expect([one.asked, [...one.disk.keys()]]).toEqual([['A'], ['B', 'A']]);
  });

  it('are shown from the disk without the server', async () => {
    const one = device({ names: ['A'], onDisk: ['A'], mayFetch: () => false });
    expect(await shown(one, 'A')).toBe('blob:1');
    expect(one.asked).toEqual([]);
  });

  it('that a screen wants come before the others', async () => {
    const one = device({ names: ['A', 'B', 'C'] });
    const isShown = shown(one, 'C');
    expect(await isShown).toBe('blob:1');
    await one.kept.tidy();
    expect(one.asked).toEqual(['C', 'A', 'B']);
  });

  it('wait where there is no network, and the round goes on another time', async () => {
    let isThere = false;
    const asked: string[] = [];
    const one = device({
      names: ['A', 'B'],
      load: (hash) => (asked.push(hash), isThere ? Promise.resolve(new Blob([hash])) : Promise.reject(new ServerUnreachable('gone'))),
    });
    await one.kept.tidy();
    isThere = true;
    await one.kept.tidy();
    expect([asked, one.errors, [...one.disk.keys()]]).toEqual([['A', 'A', 'B'], [], ['A', 'B']]);
  });

  it('that the server has no more, or that came cut off, hold up no other', async () => {
    const load = (hash: string) =>
      hash === 'GONE'
        ? Promise.reject(new ServerRefused(404, 'unknown_picture', ''))
        : Promise.resolve(new Blob([hash === 'CUT' ? 'C' : hash]));
    const one = device({ names: ['GONE', 'CUT', 'A'], load });
    await one.kept.tidy();
    expect([...one.disk.keys()]).toEqual(['A']);
  });

  it('are no more than the device has room for', async () => {
    const one = device({ names: Array.from({ length: MOST_PICTURES + 5 }, (_, index) => `P${index}`) });
    await one.kept.tidy();
    expect(one.disk.size).toBe(MOST_PICTURES);
    // One more that somebody looks at is shown all the same.
    expect(await shown(one, `P${MOST_PICTURES + 1}`)).toBe('blob:1');
    expect(one.disk.size).toBe(MOST_PICTURES);
  });

  it('on a disk that fails are an error that somebody hears of, and the next round tries again', async () => {
    let isBroken = true;
    const one = device({
      names: ['A'],
      named: () => {
        if (isBroken) throw new Error('broken');
        return new Set(['A']);
      },
    });
    await one.kept.tidy();
    isBroken = false;
    await one.kept.tidy();
    expect([one.errors.length, one.asked]).toEqual([1, ['A']]);
  });
});
