import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/**
 * Shows the screen dark or light, as the button for it does, and brings everything that moves to its end: a page that is not in front
 * would wait for that for ever. What turns for as long as something waits goes on.
 */
async function show(page: Page, scheme: 'dark' | 'light'): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', to);
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
    }
  }, scheme);
}

/** Runs axe on the page as it is. @param rules the only ones; all when not given. */
async function findingsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The page keeps what was put into it until it loads again; putting it in costs more than most checks.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const options: RunOptions = { resultTypes: ['violations'], preload: false };
    const found = await inPage.run(document, only === undefined ? options : { ...options, runOnly: [...only] });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  }, rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  );
}

/** Checks what is on the screen now, light and dark; each finding names its rule and its place. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await show(page, 'dark');
  // The dark has other colors, and nothing else.
  const dark = await findingsOf(page, ['color-contrast']);
  await show(page, 'light');
  expect.soft(dark, `${screen}, dark`).toEqual([]);
  expect.soft(await findingsOf(page), screen).toEqual([]);
}
