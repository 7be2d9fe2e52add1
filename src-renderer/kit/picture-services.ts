/** Pictures of products as screens show them. Nobody waits for one: until it is there a tile shows its initial. */
export interface PictureServices {
  /** Where a picture can be shown from; null as long as it is not at hand. */
  urlOf(hash: string): string | null;
  /** Brings a picture from the disk, or from the server before others. */
  want(hash: string): void;
  /** Told whenever another picture is at hand. @returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A register that shows no pictures. */
export const NO_PICTURES: PictureServices = { urlOf: () => null, want: () => undefined, subscribe: () => () => undefined };
