import { say, saying } from '../support/say.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

test('[J1] an app that is too old is told so in words, goes on selling, and sends everything after the update', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [article] = await company.articles('ATL1', 1);
  if (article === undefined) throw new Error('An article is needed.');
  const person = company.pinOf('manager', 'ATL1');
  await till.setUp(company.url, await company.registerCode('ATL1'), person);
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.allSent();
  try {
    await company.cut();
    await company.mend(PROTOCOL_VERSION + 1);
    await till.ring(article);
    const sold = await till.pay();
    await till.goTo(say('task.sync'));
    await expect(page.getByText(saying('advice.appTooOld', { waiting: say('advice.safe', { count: 1 }) }))).toBeVisible();
    await expect(page.getByRole('button', { name: say('sync.leave') })).toBeHidden();
    await expectAccessible(page, 'Sync, with an app that is too old');
    await till.goTo(say('task.sale'));
    await till.ring(article);
    expect((await till.pay()).number.split('-')[1]).toBe('000002');

    await company.cut();
    await company.mend();
    await page.reload();
    await till.signIn(person);
    await till.allSent();
    const sales = await company.database.db
      .selectFrom('sales')
      .select('receipt_number')
      .where('receipt_number', 'like', `${sold.number.split('-')[0]}-%`)
      .execute();
    expect(sales).toHaveLength(2);
  } finally {
    await company.cut();
    await company.mend();
  }
});
