import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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

async function findingsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  );
}

/** Checks what is on the screen now, light and dark; each finding names its rule and its place. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await show(page, 'dark');
  // The dark has other colors, and nothing else.
  const dark = await findingsOf(new AxeBuilder({ page }).withRules(['color-contrast']));
  await show(page, 'light');
  expect.soft(dark, `${screen}, dark`).toEqual([]);
  expect.soft(await findingsOf(new AxeBuilder({ page })), screen).toEqual([]);
}
