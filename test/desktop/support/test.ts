import { test as base } from '../../e2e/support/test.ts';
import { type Desktop, installDesktop } from './desktop.ts';
import { findShell } from './shell.ts';

export { expect } from '@playwright/test';

/** Tests of the desktop app, each with an installation of its own. */
export const test = base.extend<{ readonly desktop: Desktop }>({
  desktop: async ({}, use) => {
    const desktop = await installDesktop(findShell());
    await use(desktop);
    await desktop.scrap();
  },
});
