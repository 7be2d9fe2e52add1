import { QUICK_KEYS_OF_A_PAGE, type QuickKeyPage } from '../../domain/sale/settings.ts';

/** A page of quick keys in a line: `Counter: 100001, , 100002`. A place without an article is empty. */
export function pageText({ name, skus }: QuickKeyPage): string {
  return `${name}: ${skus.map((sku) => sku ?? '').join(', ')}`;
}

/** Reads pages, one a line. A line without a name is none. */
export function readPages(lines: readonly string[]): QuickKeyPage[] {
  return lines.flatMap((line) => {
    const [name = '', articles = ''] = line.split(/:(.*)/);
    if (name.trim() === '') return [];
    const skus = articles.trim() === '' ? [] : articles.split(',').map((sku) => sku.trim() || null);
    return [{ name: name.trim(), skus: skus.slice(0, QUICK_KEYS_OF_A_PAGE) }];
  });
}
