import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { say } from '../support/say.ts';
import { oneArticle, sell, setUp } from './support/counter.ts';
import { expect, test } from './support/test.ts';

/** What a PDF says of itself: its title, the size of its pages in points, and how many there are. */
async function readPdf(path: string) {
  const text = (await readFile(path)).toString('latin1');
  return {
    begins: text.slice(0, 5),
    title: /\/Title \(([^)]*)\)/.exec(text)?.[1],
    pages: [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(Number(width)),
      Number(height),
    ]),
  };
}

test('a receipt is saved as PDF on one strip of paper, and a report on pages of A4', async ({ desktop, company }) => {
  const now = await desktop.start(company.url);
  const { page, till } = now;
  const folder = `${desktop.userData}.documents`;
  await setUp(now, company);
  const number = await sell(now, await oneArticle(company));
  await page.keyboard.press('F9');
  await page
    .getByRole('list', { name: say('history.receipts') })
    .getByRole('button', { name: number })
    .click();
  await page.getByRole('button', { name: say('printer.pdf.save') }).click();
  await expect(page.getByText(say('printer.pdf.saved'))).toBeVisible();
  const title = say('sale.receiptNumber', { number });
  const receipt = await readPdf(join(folder, `${title}.pdf`));
  expect(receipt).toMatchObject({ begins: '%PDF-', title });
  // 80 mm are 227 points.
  expect(receipt.pages).toHaveLength(1);
  expect(receipt.pages[0]?.[0]).toBe(227);
  expect(receipt.pages[0]?.[1]).toBeGreaterThan(250);
  await till.goTo(say('task.shift'));
  await page.getByRole('button', { name: say('shift.xNow') }).click();
  await page.getByRole('button', { name: say('printer.pdf.save') }).click();
  await expect(page.getByText(say('printer.pdf.saved'))).toBeVisible();
  const name = (await readdir(folder)).find((one) => one !== `${title}.pdf`) ?? '';
  const report = await readPdf(join(folder, name));
  expect(name).toContain(say('report.x'));
  // A4 is 595.3 points wide.
  for (const [width] of report.pages) expect(Math.abs((width ?? 0) - 595.3)).toBeLessThan(1);
  expect(report.pages.length).toBeGreaterThan(0);
  await now.close();
});
