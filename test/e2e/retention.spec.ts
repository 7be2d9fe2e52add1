import { say, saying } from '../support/say.ts';
import { sql } from 'kysely';
import { storeScope } from '../../domain/base/scope.ts';
import { allocateChanges } from '../../sync-server/changes/allocate-changes.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { exceptionOf } from '../support/examples.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

test('what is finished for long is in no list and found by its number: pickups on the disk, receipts at the server @desktop', async ({
  page,
  till,
  company,
}) => {
  const { db } = company.database;
  const { rows } = await sql<{ store: string; number: string; line: string }>`
    select location_id as store, body ->> 'orderNumber' as number, body #>> '{lines,0,name}' as line from fulfillment_orders
    where kind = 'pickup' and status = 'handed_over' and body #>> '{state,at}' < to_char(now() - interval '15 days', 'YYYY-MM-DD')
    order by id limit 1`.execute(db);
  const [old] = rows;
  if (old === undefined) throw new Error('The sample company has no old pickup.');
  const sales = await db.selectFrom('sales').select(['receipt_number', 'store_id', 'body']).orderBy('receipt_number').execute();
  const here = sales.find((sale) => sale.store_id === old.store);
  const elsewhere = sales.find((sale) => sale.store_id !== old.store);
  if (here === undefined || elsewhere === undefined) throw new Error('The sample company has no sales.');

  await till.setUp(company.url, await company.registerCode(old.store), company.pinOf('manager', old.store));
  await till.goTo(say('task.pickup'));
  const search = page.getByRole('textbox', { name: say('pickup.search') });
  await search.fill(old.number);
  await expect(page.getByText(say('pickup.noMatch', { text: old.number }))).toBeVisible();
  await search.press('Enter');
  await expect(page.getByRole('article', { name: say('kit.order', { number: old.number }) })).toContainText(old.line);

  const { rows: others } = await sql<{ number: string }>`
    select min(body ->> 'orderNumber') as number from fulfillment_orders where location_id <> ${old.store}
    group by body ->> 'orderNumber' having bool_and(status = 'shipped') order by 1 limit 1`.execute(db);
  const other = others[0]?.number ?? '';
  await search.fill(other);
  await page.getByRole('button', { name: say('pickup.lookUp', { number: other }) }).click();
  await expect(page.getByText(saying('pickup.serverSays', { number: other, status: say('order.shipped') }))).toBeVisible();

  await page.keyboard.press('F9');
  await till.scan(here.receipt_number, { gapMs: 60 });
  await expect(page.getByRole('article', { name: say('returns.receipt', { number: here.receipt_number }) })).toContainText(
    here.body.lines[0]?.name ?? '?',
  );
  await expectAccessible(page, 'a receipt of another register');
  await page.getByLabel(say('history.search')).fill(elsewhere.receipt_number);
  await page.getByRole('button', { name: say('history.findElsewhere', { number: elsewhere.receipt_number }) }).click();
  await expect(page.getByRole('article', { name: say('returns.receipt', { number: elsewhere.receipt_number }) })).toBeVisible();
  await expect(page.getByText(say('history.otherStore', { store: elsewhere.store_id }))).toBeVisible();

  await company.cut();
  const unknown = sales.find((sale) => sale.store_id !== old.store && sale.receipt_number !== elsewhere.receipt_number);
  await page.getByLabel(say('history.search')).fill(unknown?.receipt_number ?? '');
  await page.getByLabel(say('history.search')).press('Enter');
  await expect(page.getByText(saying('history.notHere'))).toBeVisible();
});

test('an exception about an order that was finished long ago tells whose it is and how it stands, offline too', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const { db } = company.database;
  const { rows } = await sql<{ store: string; number: string; customer: string }>`
    select location_id as store, body ->> 'orderNumber' as number, body #>> '{customer,name}' as customer from fulfillment_orders
    where kind = 'pickup' and status = 'handed_over' and body #>> '{state,at}' < to_char(now() - interval '15 days', 'YYYY-MM-DD')
    order by id limit 1`.execute(db);
  const [old] = rows;
  if (old === undefined) throw new Error('The sample company has no old pickup.');
  const exception = exceptionOf({
    id: `handed_over_twice:${old.number}`,
    storeId: old.store,
    kind: 'handed_over_twice',
    subject: old.number,
    facts: { order: old.number },
  });
  await transact(db, async (tx) => {
    await sql`insert into exceptions (id, store_id, kind, body, opened_at)
      values (${exception.id}, ${old.store}, ${exception.kind}, ${JSON.stringify(exception)}::jsonb, now())`.execute(tx);
    await allocateChanges(tx, [{ scope: storeScope(old.store), kind: 'exception', id: exception.id }]);
  });
  await till.setUp(company.url, await company.registerCode(old.store), company.pinOf('manager', old.store));
  await company.cut();
  await page.getByRole('link', { name: `${say('home.exceptions')}: ` }).click();
  await page
    .getByRole('list', { name: say('exceptions.title') })
    .getByRole('button')
    .filter({ hasText: old.number })
    .click();
  const sheet = page.getByRole('article', { name: say('exception.handed_over_twice.name') });
  await expect(sheet).toContainText(old.customer);
  await expect(sheet).toContainText(say('order.handed_over'));
});
