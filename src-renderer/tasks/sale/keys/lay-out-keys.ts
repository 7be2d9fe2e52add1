import { QUICK_KEYS_OF_A_PAGE, type QuickKeyPage } from '../../../../domain/sale/settings.ts';

export type QuickKeyPages = readonly QuickKeyPage[];

/** As many pages as fit. */
export const MOST_PAGES = 8;

/** The places of a page, all of them; those without an article are null. */
export function placesOf(page: QuickKeyPage | undefined): (string | null)[] {
  return Array.from({ length: QUICK_KEYS_OF_A_PAGE }, (_, place) => page?.skus[place] ?? null);
}

function withPlaces(pages: QuickKeyPages, index: number, change: (places: (string | null)[]) => void): QuickKeyPage[] {
  return pages.map((page, at) => {
    if (at !== index) return page;
    const skus = placesOf(page);
    change(skus);
    return { ...page, skus };
  });
}

/** Two places change what they hold. A place that is none changes nothing. */
export function swapKeys(pages: QuickKeyPages, index: number, from: number, to: number): QuickKeyPage[] {
  return withPlaces(pages, index, (places) => {
    const [a, b] = [places[from], places[to]];
    if (a !== undefined && b !== undefined) [places[from], places[to]] = [b, a];
  });
}

/** What a place holds from now on; null empties it. An article stands on a page once. */
export function setKey(pages: QuickKeyPages, index: number, place: number, sku: string | null): QuickKeyPage[] {
  return withPlaces(pages, index, (places) => {
    const before = sku === null ? -1 : places.indexOf(sku);
    if (before >= 0) places[before] = null;
    if (place in places) places[place] = sku;
  });
}

/** The first place without an article; -1 where the page is full. */
export function freePlace(page: QuickKeyPage | undefined): number {
  return placesOf(page).indexOf(null);
}

export function renamePage(pages: QuickKeyPages, index: number, name: string): QuickKeyPage[] {
  return pages.map((page, at) => (at === index ? { ...page, name } : page));
}

/** The pages as they are kept: none without a name, no empty places at the end of a page. */
export function laidOut(pages: QuickKeyPages): QuickKeyPage[] {
  return pages.flatMap(({ name, skus }) => {
    const last = skus.reduce((most, sku, place) => (sku === null ? most : place + 1), 0);
    return name.trim() === '' ? [] : [{ name: name.trim().slice(0, 30), skus: skus.slice(0, last) }];
  });
}

/** The place beside another in a grid of three columns, for an arrow key; the same at the edge. @param isMirrored lines run to the left. */
export function placeBeside(place: number, key: string, isMirrored: boolean): number {
  const forward = isMirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = isMirrored ? 'ArrowRight' : 'ArrowLeft';
  const step = { [forward]: 1, [back]: -1, ArrowDown: 3, ArrowUp: -3 }[key] ?? 0;
  const next = place + step;
  return next < 0 || next >= QUICK_KEYS_OF_A_PAGE ? place : next;
}
