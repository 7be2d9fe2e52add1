import { ServerRefused } from '../base/http-client.ts';
import type { PictureServices } from '../kit/picture-services.ts';
import type { PictureShelf } from '../storage/picture-database.ts';

/** The most pictures on a device: at 5 to 20 KB each they take 100 MB at most. */
export const MOST_PICTURES = 5_000;

/** So many can be shown at once without reading the disk again. */
const MOST_SHOWN = 400;

export interface PictureOptions {
  readonly shelf: PictureShelf;
  /** Fetches a picture. Rejects where the server cannot be asked or does not have it. */
  readonly load: (hash: string) => Promise<Blob>;
  /** The hash of what was fetched, in hex. */
  readonly hashOf: (picture: Blob) => Promise<string>;
  /** The hashes that products name. */
  readonly named: () => ReadonlySet<string>;
  /** Whether the server can be asked, and the catalog is there. */
  readonly mayFetch: () => boolean;
  readonly toUrl: (picture: Blob) => string;
  readonly dropUrl: (url: string) => void;
  readonly onError: (error: unknown) => void;
}

export interface KeptPictures extends PictureServices {
  /** Fetches what products name, what screens want first, and deletes what no product names any more. One round at a time. */
  tidy(): Promise<void>;
}

/** What is shown now: the newest pictures as addresses that a page can show. */
function shownPictures({ toUrl, dropUrl }: Pick<PictureOptions, 'toUrl' | 'dropUrl'>) {
  const urls = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    urlOf: (hash: string) => urls.get(hash) ?? null,
    show(hash: string, picture: Blob): void {
      if (urls.has(hash)) return;
      urls.set(hash, toUrl(picture));
      const [oldest] = urls;
      if (urls.size > MOST_SHOWN && oldest !== undefined) {
        urls.delete(oldest[0]);
        dropUrl(oldest[1]);
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Keeps the pictures of products on this device, in the background: no sale, scan or start waits for one. */
export function keepPictures({ shelf, load, hashOf, named, mayFetch, toUrl, dropUrl, onError }: PictureOptions): KeptPictures {
  const { urlOf, show, subscribe } = shownPictures({ toUrl, dropUrl });
  const reading = new Set<string>();
  /** What screens asked for and is not on the disk. */
  const wanted = new Set<string>();
  let round: Promise<void> | null = null;
  let again = false;
  let onDisk = 0;

  /** @returns false where the server cannot be asked: the round ends. */
  async function bring(hash: string): Promise<boolean> {
    try {
      const picture = await load(hash);
      // What was cut off on its way is asked for again another time.
      if ((await hashOf(picture)) !== hash) return true;
      if (onDisk < MOST_PICTURES) {
        await shelf.write(hash, picture);
        onDisk += 1;
      }
      if (wanted.delete(hash)) show(hash, picture);
      return true;
    } catch (error) {
      return error instanceof ServerRefused && error.status === 404;
    }
  }

  async function goRound(): Promise<void> {
    const names = named();
    const there = new Set(await shelf.hashes());
    const gone = [...there].filter((hash) => !names.has(hash));
    if (gone.length > 0) await shelf.remove(gone);
    onDisk = there.size - gone.length;
    for (const hash of [...wanted]) if (!names.has(hash)) wanted.delete(hash);
    const room = [...names].filter((hash) => !there.has(hash)).slice(0, MOST_PICTURES - onDisk);
    const missing = new Set([...wanted, ...room].filter((hash) => !there.has(hash)));
    while (missing.size > 0 && mayFetch()) {
      const [first] = [...wanted].filter((hash) => missing.has(hash));
      const [hash = ''] = first === undefined ? missing : [first];
      missing.delete(hash);
      if (!(await bring(hash))) return;
    }
  }

  function tidy(): Promise<void> {
    again = true;
    round ??= (async () => {
      while (again) {
        again = false;
        await goRound().catch(onError);
      }
      round = null;
    })();
    return round;
  }

  return {
    urlOf,
    want(hash) {
      if (urlOf(hash) !== null || reading.has(hash) || wanted.has(hash)) return;
      reading.add(hash);
      void shelf
        .read(hash)
        .then((picture) => {
          if (picture !== undefined) return show(hash, picture);
          wanted.add(hash);
          return tidy();
        })
        .catch(onError)
        .finally(() => reading.delete(hash));
    },
    subscribe,
    tidy,
  };
}
