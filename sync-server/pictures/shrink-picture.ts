import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { PICTURE_BYTES, PICTURE_SIDE, type PICTURE_TYPES } from '../../domain/catalog/picture.ts';

export type PictureRefusal = 'picture_type' | 'picture_too_large' | 'picture_unreadable';

/** A picture as it is kept: WebP, under the SHA-256 of its bytes. */
export interface SmallPicture {
  readonly hash: string;
  readonly content: Buffer;
}

/** More pixels than any camera makes: a small file may claim to be huge, to fill the memory. */
const MOST_PIXELS = 50_000_000;

const QUALITY = 78;

const STARTS: readonly (readonly [type: (typeof PICTURE_TYPES)[number], at: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/webp', 8, 'WEBP'],
];

/** What a picture is by its first bytes; null for all else. What its sender says it is does not count. */
export function pictureType(bytes: Buffer): (typeof PICTURE_TYPES)[number] | null {
  const isThere = (at: number, start: string) => bytes.subarray(at, at + start.length).toString('latin1') === start;
  return STARTS.find(([, at, start]) => isThere(at, start))?.[0] ?? null;
}

/**
 * Makes the one small size of a picture that is kept: it fits into a square, stands upright as its camera said, and tells
 * nothing of where it was taken. An animated one keeps its first frame.
 */
export async function shrinkPicture(bytes: Buffer): Promise<Result<SmallPicture, PictureRefusal>> {
  if (bytes.length > PICTURE_BYTES) return refuse('picture_too_large');
  if (pictureType(bytes) === null) return refuse('picture_type');
  try {
    const content = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(PICTURE_SIDE, PICTURE_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer();
    return accept({ hash: createHash('sha256').update(content).digest('hex'), content });
  } catch {
    return refuse('picture_unreadable');
  }
}
