import { expect, it } from 'vitest';
import { isOwnFrame, isOwnUrl } from './own-page.ts';

it.each([
  ['app://bundle/', true],
  ['app://bundle/sale?x=1#y', true],
  ['app://bundle.example/', false],
  ['app://bundle:81/', false],
  ['app://user@bundle/', false],
  ['app://other/', false],
  ['https://bundle/', false],
  ['file:///index.html', false],
  ['about:blank', false],
  ['javascript:alert(1)', false],
  ['', false],
  ['not an address', false],
])('%s is the app itself: %s', (address, own) => {
  expect(isOwnUrl(address)).toBe(own);
});

it('trusts the page at the top, no frame inside it, and no frame that is gone', () => {
  expect(isOwnFrame({ url: 'app://bundle/', parent: null })).toBe(true);
  expect(isOwnFrame({ url: 'app://bundle/', parent: { url: 'app://bundle/' } })).toBe(false);
  expect(isOwnFrame({ url: 'https://elsewhere.example/', parent: null })).toBe(false);
  expect(isOwnFrame(null)).toBe(false);
});
