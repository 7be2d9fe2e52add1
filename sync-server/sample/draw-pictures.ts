import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Product } from '../../domain/catalog/product.ts';
import type { SmallPicture } from '../pictures/shrink-picture.ts';

const SIDE = 256;

/** What goods look like, in a square of 100 by 100; the colour is filled in. */
const SHAPES = {
  round: (color: string) => [
    `<circle cx="50" cy="56" r="30" fill="${color}"/>`,
    '<path d="M50 27q4-14 16-14-2 14-16 14" fill="#4c8b3b"/>',
    '<circle cx="40" cy="46" r="6" fill="#fff" opacity=".35"/>',
  ],
  long: (color: string) => [
    `<path d="M22 30q10 46 56 44 4 8-4 10Q20 88 14 34q2-6 8-4" fill="${color}"/>`,
    '<circle cx="18" cy="30" r="4" fill="#6b4a2b"/>',
  ],
  bottle: (color: string) => [
    `<path d="M43 12h14v16q10 8 10 20v36q0 6-6 6H39q-6 0-6-6V48q0-12 10-20z" fill="${color}"/>`,
    '<rect x="36" y="54" width="28" height="20" rx="3" fill="#fff" opacity=".85"/>',
  ],
  bag: (color: string) => [
    `<path d="M28 18h44l4 68q0 6-6 6H30q-6 0-6-6z" fill="${color}"/>`,
    '<rect x="34" y="42" width="32" height="28" rx="4" fill="#fff" opacity=".85"/>',
  ],
  box: (color: string) => [
    `<path d="M50 14 84 30v40L50 88 16 70V30z" fill="${color}"/>`,
    '<path d="M16 30 50 47 84 30M50 47v41" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="3"/>',
  ],
} as const;

const FRUIT: Readonly<Record<string, readonly [shape: keyof typeof SHAPES, color: string]>> = {
  Bananas: ['long', '#f2c230'],
  'Green Apples': ['round', '#7db548'],
  Pears: ['round', '#b5bd4a'],
  'Tomatoes on the Vine': ['round', '#d2402f'],
  Carrots: ['long', '#e8812a'],
  'Yellow Onions': ['round', '#d9a441'],
};

const PACKED: Readonly<Record<string, keyof typeof SHAPES>> = { Drinks: 'bottle', Pantry: 'bag' };

const COLORS = ['#2f7d8a', '#b5562f', '#6a5aa8', '#3f8f55', '#b03a5b', '#8a6d2f'];

/** Draws a product of the sample company: fruit as it is, the rest in the packaging of its department. */
export async function drawPicture({ sku, name, category }: Pick<Product, 'sku' | 'name' | 'category'>): Promise<SmallPicture> {
  const digest = createHash('sha256').update(sku).digest();
  const [shape, color] = FRUIT[name] ?? [PACKED[category] ?? 'box', COLORS[(digest[0] ?? 0) % COLORS.length] ?? ''];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${SIDE}" height="${SIDE}">
    <rect width="100" height="100" fill="#f6f4ee"/>${SHAPES[shape](color).join('')}</svg>`;
  const content = await sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer();
  return { hash: createHash('sha256').update(content).digest('hex'), content };
}
