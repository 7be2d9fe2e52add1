import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureType, shrinkPicture } from './shrink-picture.ts';

const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c03030' } });

describe('[A2] a picture that is handed in', () => {
  it.each([
    ['png', 'a wide PNG', 1200, 300, [256, 64]],
    ['jpeg', 'a tall JPEG', 300, 600, [128, 256]],
    ['webp', 'a small WebP, which is not blown up', 40, 30, [40, 30]],
  ] as const)('is kept small as WebP: %s, %s', async (format, _what, width, height, sides) => {
    const bytes = await drawn(width, height).toFormat(format).toBuffer();
    expect(pictureType(bytes)).toBe(`image/${format}`);
    const kept = await shrinkPicture(bytes);
    if (!kept.ok) throw new Error(kept.refusal);
    const meta = await sharp(kept.value.content).metadata();
    expect([meta.format, meta.width, meta.height]).toEqual(['webp', ...sides]);
    expect(kept.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await shrinkPicture(bytes)).ok && (await shrinkPicture(bytes))).toEqual(kept);
  });

  it('stands upright, and tells nothing of the camera', async () => {
    const turned = await drawn(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const kept = await shrinkPicture(turned);
    if (!kept.ok) throw new Error(kept.refusal);
    const meta = await sharp(kept.value.content).metadata();
    expect([meta.width, meta.height, meta.exif]).toEqual([128, 256, undefined]);
  });

  it.each<[string, () => Buffer, string]>([
    ['a drawing that may run code', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'picture_type'],
    ['a GIF', () => Buffer.from('GIF89a'), 'picture_type'],
    ['nothing', () => Buffer.alloc(0), 'picture_type'],
    ['a PNG that was cut off', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'picture_unreadable'],
    ['more than 5 MB', () => Buffer.alloc(5 * 1024 * 1024 + 1), 'picture_too_large'],
  ])('is refused: %s', async (_what, bytes, refusal) => {
    expect(await shrinkPicture(bytes())).toEqual({ ok: false, refusal });
  });

  it('is refused where a few bytes claim to be more pixels than any camera makes', async () => {
    const wide = await drawn(60_000, 1_000).png({ compressionLevel: 9 }).toBuffer();
    expect(await shrinkPicture(wide)).toEqual({ ok: false, refusal: 'picture_unreadable' });
  });
});
