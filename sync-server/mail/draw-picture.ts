import { encode } from 'uqr';
import type { MailedPicture } from '../../texts/mail/mail-of-paper.ts';
import type { MailPicture } from '../outbound/mailer.ts';
import { pngOf } from './png.ts';

/** As on the screen: codes are read with four free modules around them. */
const QUIET = 4;
/** Dots of a module: sharp where a mail program shows them larger. */
const SCALE = 5;

/** Draws a picture of a slip as mail carries it. */
export function drawPicture(picture: MailedPicture): MailPicture {
  const { cid } = picture;
  if (picture.kind === 'code') {
    const { size, data } = encode(picture.data, { ecc: 'M', border: QUIET });
    const isBlack = (x: number, y: number) => data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] === true;
    return { cid, png: pngOf(size * SCALE, size * SCALE, isBlack) };
  }
  const { width } = picture;
  const bytes = Buffer.from(picture.bits, 'base64');
  const rowBytes = width / 8;
  const isBlack = (x: number, y: number) => (((bytes[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
  return { cid, png: pngOf(width, bytes.length / rowBytes, isBlack) };
}
