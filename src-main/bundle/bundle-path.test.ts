import fc from 'fast-check';
import { isAbsolute, join, relative, sep, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { bundlePath } from './bundle-path.ts';

it.each([
  ['/', 'index.html'],
  ['/assets/app-1.js', 'assets/app-1.js'],
  ['/sale', 'sale'],
  ['/a%20b.svg', 'a b.svg'],
  ['/..', null],
  ['/../main/main.js', null],
  ['/a/../../main.js', null],
  ['/%2e%2e/main.js', null],
  ['/..%2fmain.js', null],
  ['/..%5cmain.js', null],
  ['/C:/Windows/win.ini', null],
  ['/%00', null],
  ['/%zz', null],
  ['//elsewhere/share', null],
  ['', null],
])('%j leads to %j', (pathname, path) => {
  expect(bundlePath(pathname)).toBe(path);
});

it('never leads out of the bundle, on any system', () => {
  const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%25', 'a', 'C:', '\0', '//');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = bundlePath(`/${pieces.join('')}`);
      if (path === null) return;
      const inside = relative('/bundle', join('/bundle', path));
      const onWindows = win32.relative('C:\\bundle', win32.join('C:\\bundle', path));
      for (const way of [inside, onWindows]) {
        expect(way === '..' || way.startsWith(`..${sep}`) || way.startsWith('..\\') || isAbsolute(way)).toBe(false);
      }
    }),
  );
});
