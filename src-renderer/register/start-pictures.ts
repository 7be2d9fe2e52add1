import { bytesToHex } from '@noble/hashes/utils.js';
import { NO_PICTURES, type PictureServices } from '../kit/picture-services.ts';
import type { PictureShelf } from '../storage/picture-database.ts';
import { keepPictures } from './keep-pictures.ts';
import type { RegisterParts } from './register-parts.ts';

/** After a change of the catalog, and after the start, so long is left to what people wait for. Milliseconds. */
const QUIET_MS = 3_000;

export interface RunningPictures {
  readonly pictures: PictureServices;
  stop(): void;
}

async function sha256(picture: Blob): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await picture.arrayBuffer())));
}

/** Keeps the pictures of the catalog, once the register has it and the server can be asked. @param shelf null keeps none. */
export function startPictures({ replica, client, link, view, onError }: RegisterParts, shelf: PictureShelf | null): RunningPictures {
  if (shelf === null) return { pictures: NO_PICTURES, stop: () => undefined };
  const kept = keepPictures({
    shelf,
    load: (hash) => client.picture(hash),
    hashOf: sha256,
    named: () => replica.base.catalog.pictures(),
    mayFetch: () => link.state.getState().connection.status === 'online' && view.store.getState().complete,
    toUrl: (picture) => URL.createObjectURL(picture),
    dropUrl: (url) => URL.revokeObjectURL(url),
    onError,
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let seen = -1;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      // An empty catalog is one that has not come yet: nothing is deleted for it.
      if (view.store.getState().complete) void kept.tidy();
    }, QUIET_MS);
  };
  const unsubscribe = [
    link.state.subscribe((state, before) => {
      if (state.connection.status === 'online' && before.connection.status !== 'online') soon();
    }),
    view.store.subscribe(({ complete }) => {
      const { pictureVersion } = replica.base.catalog;
      if (!complete || pictureVersion === seen) return;
      seen = pictureVersion;
      soon();
    }),
  ];
  // The first pull may have ended while the register was starting.
  soon();
  return {
    pictures: kept,
    stop() {
      if (timer !== null) clearTimeout(timer);
      unsubscribe.forEach((stop) => stop());
    },
  };
}
