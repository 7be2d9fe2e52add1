import { shiftOpened } from '../../domain/shift/operations.ts';
import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import { draftOnDisk } from './support/device.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test(
  '[J9] a shift: cash moved with reasons, an X report, a blind count piece by piece that outlives the app, and a Z report',
  { tag: '@desktop' },
  async ({ page, till, company }, info) => {
    const [article] = await company.articles(STORE, 1);
    if (article === undefined) throw new Error('An article is needed.');
    const colleague = company.pinOf('picker', STORE);
    await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
    await till.goTo(say('task.shift'));
    // The float counted piece by piece: Enter goes on, and opens nothing.
    await page.getByText(say('shift.countFloat')).click();
    await page.getByLabel(say('shift.piecesOf', { value: '$20.00' })).fill('8');
    await page.getByLabel(say('shift.piecesOf', { value: '$20.00' })).press('Enter');
    await page.getByLabel(say('shift.piecesOf', { value: '$10.00' })).fill('4');
    await expect(page.getByLabel(say('shift.floatInDrawer'))).toHaveValue('200.00');
    await expectAccessible(page, 'the float counted');
    await page.getByRole('button', { name: say('shift.openButton') }).click();
    await expect(page.getByLabel(say('shift.floatInDrawer'))).toBeHidden();
    await till.goTo(say('task.sale'));
    await till.ring(article, 2);
    const sold = await till.pay();
    await company.cut();

    await till.goTo(say('task.shift'));
    const moves = page.getByRole('region', { name: say('shift.cashMoves') });
    await moves.getByRole('button', { name: say('shift.move.pay_out') }).click();
    const form = page.getByRole('form', { name: say('shift.move.pay_out') });
    await form.getByLabel(say('shift.moveAmount')).fill('18');
    // Neither Enter nor an amount alone moves money.
    await form.getByLabel(say('shift.moveAmount')).press('Enter');
    await expect(form.getByRole('button', { name: say('shift.move.pay_out') })).toBeDisabled();
    await form.getByRole('button', { name: say('cashReason.cleaning') }).click();
    await form.getByRole('button', { name: say('shift.moveButton.pay_out', { amount: '$18.00' }) }).click();
    await expect(moves.getByText(say('shift.moveDone.pay_out', { amount: '$18.00' }))).toBeVisible();
    await moves.getByRole('button', { name: say('shift.move.drop') }).click();
    await page.getByLabel(say('shift.moveAmount')).fill('30');
    await page.getByLabel(say('shift.bag')).fill('B-17');
    await page.getByRole('button', { name: say('shift.moveButton.drop', { amount: '$30.00' }) }).click();
    await moves.getByRole('button', { name: say('shift.move.no_sale') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('cashReason.check_drawer') })
      .click();
    await expect(moves.getByText(say('shift.moveDone.no_sale'))).toBeVisible();
    await page.screenshot({ path: info.outputPath('count.png') });

    await page.getByRole('button', { name: say('shift.xNow') }).click();
    const x = page.getByRole('article', { name: say('report.x') });
    await expect(x).toContainText(say('report.noSales'));
    await expect(x).toContainText(say('cashReason.check_drawer'));
    // The drawer is still to be counted.
    await expect(x).not.toContainText(say('shift.expected'));
    await expectAccessible(page, 'X report');
    await page.screenshot({ path: info.outputPath('x.png') });
    await page.getByRole('button', { name: say('report.back') }).click();

    // 200.00 and the sale, less 18.00 and 30.00.
    const expected = 20_000 + sold.totalMinor - 4_800;
    await page.getByLabel(say('shift.piecesOf', { value: '$20.00' })).fill('2');
    await page.getByLabel(say('shift.piecesOf', { value: '$20.00' })).press('Enter');
    await expect(page.getByLabel(say('shift.piecesOf', { value: '$10.00' }))).toBeFocused();
    await page.getByRole('button', { name: say('shift.onePieceMore', { value: '$10.00' }) }).click();
    await expect(page.getByTestId('counted')).toHaveText('$50.00');
    await expect.poll(() => draftOnDisk(page, 'shift-count')).toMatchObject({ p2000: '2', p1000: '1' });
    await page.reload();
    await till.signIn(company.pinOf('manager', STORE));
    await till.goTo(say('task.shift'));
    await expect(page.getByTestId('counted')).toHaveText('$50.00');
    await page.getByLabel(say('shift.piecesOf', { value: '$0.01' })).fill(String(expected - 5_000 - 1_240));
    await page.getByLabel(say('shift.leave')).fill('50');
    await page.getByLabel(say('shift.bagOfRest')).fill('B-18');
    await page.keyboard.press('F12');
    const compare = page.getByRole('region', { name: say('shift.compare') });
    await expect(compare).toContainText(`${say('shift.isShort')}-$12.40`);
    await expect(compare).toContainText(say('cashReason.cleaning'));
    await expect(compare).toContainText('B-17');
    const close = page.getByRole('button', { name: say('shift.closeShort', { amount: '$12.40' }) });
    await expect(close).toBeDisabled();
    await page.keyboard.press('F12');
    await compare.getByRole('button', { name: say('differenceReason.wrong_change') }).click();
    await page.screenshot({ path: info.outputPath('compare.png') });
    await close.click();

    const z = page.getByRole('article', { name: say('report.z', { number: 1 }) });
    await expect(z).toContainText(say('report.restInBag', { bag: 'B-18' }));
    await expect(z).toContainText(say('cashReason.cleaning'));
    await expect(z).toContainText(say('differenceReason.wrong_change'));
    await expect(z).toContainText('2 × $20.00');
    await expect(z).toContainText(sold.number);
    await expectAccessible(page, 'Z report');
    await page.screenshot({ path: info.outputPath('z.png'), fullPage: true });
    // Without the server: what this register has, and where a number of the table leads.
    await page.getByRole('link', { name: say('tillReport.title') }).click();
    await expect(page.getByText(saying('tillReport.ownOnly'))).toBeVisible();
    await page
      .getByRole('table', { name: say('tillReport.watched') })
      .getByRole('button')
      .first()
      .click();
    await expect(page.getByRole('list').getByText(say('cashReason.check_drawer'))).toBeVisible();
    // The register is new: there is nothing before to compare with.
    await page.getByLabel(say('tillReport.compare')).selectOption('weeks');
    await expect(page.getByText(saying('tillReport.nothingBefore'))).toBeVisible();
    await expect(page.getByRole('button', { name: say('tillReport.printPage') })).toBeVisible();
    await expectAccessible(page, 'till report without the server');
    await page.screenshot({ path: info.outputPath('till-report.png'), fullPage: true });
    await till.goTo(say('task.shift'));
    await till.openShift('50.00');
    await till.countDrawer('50');
    await page.keyboard.press('F12');
    // Handed over inside the shift: the colleague is named, and confirms by PIN.
    await page.getByRole('button', { name: say('shift.handOver') }).click();
    const dialog = page.getByRole('dialog', { name: say('shift.handOverTo') });
    await expectAccessible(page, 'handing a drawer over');
    await page.screenshot({ path: info.outputPath('hand-over.png') });
    await dialog.getByRole('button', { name: colleague.name }).click();
    await dialog.getByLabel(say('signIn.pin'), { exact: true }).fill(colleague.pin);
    await dialog.getByRole('button', { name: say('shift.handOverButton') }).click();
    await expect(page.getByText(say('shift.handedOver', { name: colleague.name }))).toBeVisible();
    // The colleague counts anew.
    await expect(page.getByTestId('counted')).toHaveText('–');
    await till.countDrawer('50');
    await page.keyboard.press('F12');
    await expect(page.getByRole('region', { name: say('shift.compare') })).toContainText(say('shift.handedTo', { name: colleague.name }));
    await page.screenshot({ path: info.outputPath('compare-after-handover.png') });
    await page.getByRole('button', { name: say('shift.closeButton') }).click();
    await expect(page.getByRole('article', { name: say('report.z', { number: 2 }) })).toBeVisible();
    await company.mend();
    await till.allSent();
    await page.getByRole('link', { name: say('tillReport.title') }).click();
    const [prefix = ''] = sold.number.split('-');
    await expect(page.getByRole('table', { name: say('tillReport.byRegister') }).getByRole('row', { name: prefix })).toContainText('$');
    await expect(page.getByText(saying('tillReport.ownOnly'))).toBeHidden();
    const opened = await company.database.db.selectFrom('operations').select('body').where('type', '=', shiftOpened.type).execute();
    const denominations = [2_000, 1_000].map((valueMinor) => ({ valueMinor, count: valueMinor === 2_000 ? 8 : 4 }));
    expect(opened.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ payload: { currency: 'USD', floatMinor: 20_000, denominations } }),
    );
    const shifts = await company.database.db.selectFrom('shifts').select('body').where('store_id', '=', STORE).execute();
    const totals = shifts.flatMap(({ body }) => body.closed?.totals ?? []).sort((one, other) => one.zNumber - other.zNumber);
    expect(totals.slice(-2)).toMatchObject([
      { zNumber: 1, sales: 1, salesMinor: sold.totalMinor, grandSalesMinor: sold.totalMinor },
      { zNumber: 2, sales: 0, grandSalesMinor: sold.totalMinor },
    ]);
  },
);
