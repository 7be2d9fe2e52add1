import { cardTerminalSetting } from '../../domain/device/settings.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { say, saying } from '../support/say.ts';
import { startTerminalProcess } from '../support/terminal-process.ts';
import { readMinor } from '../support/till-page.ts';
import { oneArticle, setUp, STORE } from './support/counter.ts';
import { expect, test } from './support/test.ts';

test('[E2] the app itself asks the terminal on the network that a setting names, and charges once', async ({ desktop, company }) => {
  const terminal = await startTerminalProcess();
  const { db } = company.database;
  const name = (value: unknown) => saveSetting(db, cardTerminalSetting, { level: 'store', id: STORE, value }, COMMAND_LINE);
  try {
    expect(await name({ driver: 'nexo', ...terminal.address })).toMatchObject({ ok: true });
    const now = await desktop.start(company.url);
    await setUp(now, company);
    await now.till.ring(await oneArticle(company));
    const total = readMinor(await now.page.getByTestId('total').textContent());
    await now.page.keyboard.press('F11');
    expect(Math.round((await terminal.shows()).amount * 100)).toBe(total);
    await terminal.press('approve');
    await expect(now.page.getByRole('list', { name: say('payment.tenders') })).toContainText(say('payment.row.approved'));
    await now.page.keyboard.press('F12');
    await expect(now.page.getByRole('article', { name: saying('sale.receiptNumber') })).toBeVisible();
    const { ledger } = await terminal.state();
    expect(ledger.map(({ moved }) => Math.round(moved * 100))).toEqual([total]);
    await now.close();
  } finally {
    await name(undefined);
    await terminal.stop();
  }
});
