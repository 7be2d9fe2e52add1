import { gtinCheckDigit } from '../../domain/barcodes/check-digits.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { DEPARTMENTS, type Department } from './goods.ts';
import type { Chance } from './chance.ts';

/** A sample product and where shelves keep it. */
export interface SampleProduct extends Product {
  readonly aisle: string;
}

/** The GTIN-13 of the n-th sample product, as 14 digits: GS1 keeps the prefix 952 for demonstrations. */
export function sampleGtin(n: number): string {
  const digits = `952${String(n).padStart(9, '0')}`;
  return `0${digits}${gtinCheckDigit(digits)}`;
}

/** Prices end in 9 cents, as prices do. */
function priceOf(department: Department, chance: Chance): number {
  const [least, most] = department.cents;
  const cents = least + Math.round((most - least) * chance.fraction() ** 2);
  return (cents - (cents % 10) + 9) * 1000;
}

/**
 * Makes products with valid GTINs, spread evenly over the departments. The same seed makes the same ones.
 * @param count any number; beyond about ten thousand the names repeat with another article number.
 */
export function makeProducts(count: number, chance: Chance): SampleProduct[] {
  const versionsOf = DEPARTMENTS.map((department) =>
    chance.shuffle(
      department.nouns.flatMap((noun) =>
        department.versions.flatMap((version) => department.sizes.map((size) => ({ noun, version, size }))),
      ),
    ),
  );
  return Array.from({ length: count }, (_, index) => {
    const which = index % DEPARTMENTS.length;
    const department = DEPARTMENTS[which];
    const versions = versionsOf[which];
    const version = versions?.[Math.floor(index / DEPARTMENTS.length) % versions.length];
    if (department === undefined || version === undefined) throw new RangeError('A department has no goods.');
    return {
      sku: String(100_000 + index),
      gtin: sampleGtin(index + 1),
      name: `${version.version} ${version.noun}, ${version.size}`,
      brand: '',
      category: department.category,
      size: version.size,
      unitPrice: priceOf(department, chance),
      taxClass: department.taxClass,
      minimumAge: null,
      soldBy: 'piece',
      tareGrams: 0,
      aisle: department.aisle,
    };
  });
}
