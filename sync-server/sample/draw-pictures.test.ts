import { expect, it } from 'vitest';
import { shrinkPicture } from '../pictures/shrink-picture.ts';
import { drawPicture } from './draw-pictures.ts';

it('draws fruit and packed goods, each the same every time, and small enough to be kept as it is', async () => {
  const pears = { sku: '4409', name: 'Pears', category: 'Produce' };
  const juice = { sku: '100289', name: 'Apple Juice', category: 'Drinks' };
  const [one, again, other] = await Promise.all([drawPicture(pears), drawPicture(pears), drawPicture(juice)]);
  expect(again.hash).toBe(one.hash);
  expect(other.hash).not.toBe(one.hash);
  for (const { content } of [one, other]) {
    expect(content.length).toBeLessThan(20_000);
    expect(await shrinkPicture(content)).toMatchObject({ ok: true });
  }
});
