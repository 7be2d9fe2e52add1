/** Dots of a picture, row by row, a bit each; rows are whole bytes, 1 is black. */
export interface Dots {
  /** A multiple of 8. */
  readonly width: number;
  /** Base64. */
  readonly bits: string;
}

/** What a canvas gives: four bytes for a dot, of which the last is how much it covers. */
export type Pixels = Pick<ImageData, 'width' | 'height' | 'data'>;

const BITS = 8;
const RGBA = 4;
const WHITE = 255;
/** Darker than this is black. */
const THRESHOLD = 128;

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

function packed(width: number, height: number, isBlack: (dot: number) => boolean): Dots {
  const bytes = new Uint8Array((width / BITS) * height);
  for (let dot = 0; dot < width * height; dot += 1) {
    if (isBlack(dot)) bytes[dot >> 3] = (bytes[dot >> 3] ?? 0) | (0x80 >> (dot % BITS));
  }
  return { width, bits: base64Of(bytes) };
}

/** How light a pixel is on white paper, from 0 to 255 (Rec. 601). */
function lightOf(data: Pixels['data'], dot: number): number {
  const [red = 0, green = 0, blue = 0, covers = 0] = data.subarray(dot * RGBA, dot * RGBA + RGBA);
  const light = 0.299 * red + 0.587 * green + 0.114 * blue;
  return WHITE - ((WHITE - light) * covers) / WHITE;
}

/** Black letters on white, as dots. */
export function lineDots({ width, height, data }: Pixels): Dots {
  return packed(width, height, (dot) => (data[dot * RGBA] ?? THRESHOLD) < THRESHOLD);
}

/** A picture as dots. Greys become more or fewer of them (Floyd and Steinberg). @param width a multiple of 8. */
export function pictureDots({ width, height, data }: Pixels): Dots {
  const light = Float32Array.from({ length: width * height }, (_, dot) => lightOf(data, dot));
  const black = new Set<number>();
  const spread = (dot: number, share: number) => {
    light[dot] = (light[dot] ?? 0) + share;
  };
  for (let dot = 0; dot < light.length; dot += 1) {
    const [was, column] = [light[dot] ?? WHITE, dot % width];
    if (was < THRESHOLD) black.add(dot);
    const error = (was - (was < THRESHOLD ? 0 : WHITE)) / 16;
    if (column + 1 < width) spread(dot + 1, error * 7);
    if (dot + width >= light.length) continue;
    if (column > 0) spread(dot + width - 1, error * 3);
    spread(dot + width, error * 5);
    if (column + 1 < width) spread(dot + width + 1, error);
  }
  return packed(width, height, (dot) => black.has(dot));
}

/** The dots as a picture that browsers show: a bitmap (BMP) of one bit, whose rows begin at the top and fill four bytes each. */
export function dotsUrl({ width, bits }: Dots): string {
  const bytes = bytesOf(bits);
  const rowBytes = width / BITS;
  const height = bytes.length / rowBytes;
  const paddedBytes = Math.ceil(rowBytes / 4) * 4;
  const [headBytes, infoBytes, paletteBytes] = [14, 40, 8];
  const start = headBytes + infoBytes + paletteBytes;
  const file = new Uint8Array(start + paddedBytes * height);
  const view = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  view.setUint32(2, file.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, infoBytes, true);
  view.setInt32(18, width, true);
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  // Of its two colours the first, 0, is white; the second, black, is zeros already.
  file.set([WHITE, WHITE, WHITE, 0], headBytes + infoBytes);
  for (let row = 0; row < height; row += 1) file.set(bytes.subarray(row * rowBytes, (row + 1) * rowBytes), start + row * paddedBytes);
  return `data:image/bmp;base64,${base64Of(file)}`;
}
