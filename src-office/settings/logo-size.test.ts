import { expect, it } from 'vitest';
import { logoSize } from './logo-size.ts';

it.each([
  [
    { width: 1000, height: 500 },
    { width: 384, height: 192, across: 384 },
  ],
  [
    { width: 500, height: 1000 },
    { width: 120, height: 240, across: 120 },
  ],
  [
    { width: 101, height: 50 },
    { width: 101, height: 50, across: 104 },
  ],
  [
    { width: 9000, height: 1 },
    { width: 384, height: 1, across: 384 },
  ],
])('a picture of %j is a logo of %j', (picture, size) => expect(logoSize(picture, { width: 384, rows: 240 })).toEqual(size));
