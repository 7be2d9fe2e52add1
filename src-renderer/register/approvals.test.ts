import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Associate } from '../../domain/associates/associate.ts';
import { type Approvals, createApprovals, recordApproved } from './approvals.ts';
import type { BadgeUse } from '../../domain/associates/settings.ts';
import type { SignIn } from './sign-in.ts';
import type { Record as Recorder } from './recorder.ts';

const pin = { salt: '0'.repeat(32), iterations: 10_000, hash: '0'.repeat(64) };
const person = (id: string, role: Associate['role']): Associate => ({ id, storeId: 'S1', name: id, role, pin, badge: null });
const PEOPLE = [person('ANA', 'associate'), person('MIA', 'manager'), person('SAM', 'senior'), person('MAX', 'manager')];
const needed = { permission: 'return.record', by: ['manager', 'senior'] } as const;

describe('the approval of a colleague', () => {
  let approvals: Approvals;
  let signedIn: string;
  let badgeUse: BadgeUse;
  const checkBadge = vi.fn<SignIn['checkBadge']>();
  const checkPin = vi.fn<(id: string, entered: string) => Promise<'right' | 'wrong_pin'>>();
  beforeEach(() => {
    signedIn = 'ANA';
    checkPin.mockReset().mockImplementation((_id, entered) => Promise.resolve(entered === '1111' ? 'right' : 'wrong_pin'));
    badgeUse = 'sign_in_and_approve';
    checkBadge.mockReset().mockImplementation((code) => {
      const whose = PEOPLE.find(({ id }) => id === code) ?? null;
      return Promise.resolve({ answer: whose === null ? 'wrong_pin' : 'right', whose });
    });
    const options = { associates: () => PEOPLE, checkPin, checkBadge, badgeUse: () => badgeUse, associateId: () => signedIn };
    approvals = createApprovals(options);
  });
  const asked = () => approvals.state.getState().question?.approvers.map(({ id }) => id) ?? null;

  it('[A1] is asked of those who may give it, and never of whoever wants to do it', () => {
    signedIn = 'MAX';
    void approvals.ask(needed);
    expect(asked()).toEqual(['MIA', 'SAM']);
  });

  it('says whether the screen that asks shows the question itself', () => {
    for (const inPlace of [true, false]) {
      void approvals.ask(needed, inPlace);
      expect(approvals.state.getState().question?.inPlace).toBe(inPlace);
      approvals.giveUpApproval();
    }
  });

  it('[A1] is given by the right PIN of one of them alone, for that permission', async () => {
    const given = approvals.ask(needed);
    expect(await approvals.approve('MIA', '9999')).toBe('wrong_pin');
    expect(await approvals.approve('ANA', '1111')).toBe('wrong_pin');
    expect(asked()).not.toBeNull();
    expect(await approvals.approve('SAM', '1111')).toBe('right');
    expect(await given).toEqual({ approval: { associateId: 'SAM', permission: 'return.record', method: 'pin' }, role: 'senior' });
    expect(asked()).toBeNull();
  });

  it('[A1] is given by the badge of one of them, and says that it was', async () => {
    const given = approvals.ask(needed);
    expect(await approvals.approveWithBadge('NOBODY')).toBe('wrong_pin');
    expect(await approvals.approveWithBadge('ANA')).toBe('may_not');
    expect(asked()).not.toBeNull();
    expect(await approvals.approveWithBadge('SAM')).toBe('right');
    expect(await given).toEqual({ approval: { associateId: 'SAM', permission: 'return.record', method: 'badge' }, role: 'senior' });
  });

  it.each<BadgeUse>(['nothing', 'sign_in'])('[A1] is given by no badge where badges are good for: %s', async (use) => {
    badgeUse = use;
    void approvals.ask(needed);
    expect(await approvals.approveWithBadge('SAM')).toBe('badges_off');
    expect([asked(), checkBadge.mock.calls]).toEqual([['MIA', 'SAM', 'MAX'], []]);
  });

  it('is given by no badge while nobody asks, and not to another question', async () => {
    expect(await approvals.approveWithBadge('SAM')).toBe('badges_off');
    const first = approvals.ask(needed);
    const checking = approvals.approveWithBadge('SAM');
    approvals.giveUpApproval();
    void approvals.ask(needed);
    await checking;
    expect([await first, asked()]).toEqual([null, ['MIA', 'SAM', 'MAX']]);
  });

  it('is given up, also while a PIN is checked, and counts for no later question', async () => {
    const first = approvals.ask(needed);
    let answer: (value: 'right') => void = () => undefined;
    checkPin.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const checking = approvals.approve('MIA', '1111');
    approvals.giveUpApproval();
    expect(await first).toBeNull();
    const second = approvals.ask({ permission: 'shift.close', by: ['manager'] });
    answer('right');
    await checking;
    expect(asked()).toEqual(['MIA', 'MAX']);
    approvals.giveUpApproval();
    expect(await second).toBeNull();
  });

  it('is asked for one thing at a time', async () => {
    void approvals.ask(needed);
    expect(await approvals.ask(needed)).toBeNull();
  });

  it('lets what waits be decided and recorded anew, with it', async () => {
    const record = vi
      .fn<Recorder>()
      .mockResolvedValueOnce({ ok: false, refusal: 'needs_approval', needed })
      .mockResolvedValueOnce({ ok: false, refusal: 'nothing_to_return' });
    const decide = () => ({ ok: false, refusal: 'nothing_to_return' }) as const;
    const recorded = recordApproved(record, approvals)(decide);
    await vi.waitFor(() => expect(asked()).not.toBeNull());
    await approvals.approve('MIA', '1111');
    expect(await recorded).toEqual({ ok: false, refusal: 'nothing_to_return' });
    const approval = { associateId: 'MIA', permission: 'return.record', method: 'pin' };
    expect(record.mock.calls).toEqual([
      [decide, undefined, undefined],
      [decide, { approval, role: 'manager' }, undefined],
    ]);
  });

  it.each<[string, { readonly id: string; readonly totalMinor: number }, string, boolean]>([
    ['the same sale', { id: 'C1', totalMinor: 1_000 }, 'sale.complete', false],
    ['less of the same sale', { id: 'C1', totalMinor: 400 }, 'sale.complete', false],
    ['more of the same sale', { id: 'C1', totalMinor: 1_001 }, 'sale.complete', true],
    ['another sale', { id: 'C2', totalMinor: 1_000 }, 'sale.complete', true],
    ['something else of the same sale', { id: 'C1', totalMinor: 1_000 }, 'sale.discount', true],
  ])('[A1] that a colleague gave for a sale is asked once: %s', async (_what, sale, permission, isAsked) => {
    const wanted = { permission: 'sale.complete', by: ['manager'] } as const;
    const first = approvals.askForSale(wanted, { id: 'C1', totalMinor: 1_000 });
    await approvals.approve('MIA', '1111');
    const given = await first;
    expect(given).toMatchObject({ approval: { associateId: 'MIA' }, role: 'manager' });
    const second = approvals.askForSale({ ...wanted, permission: permission as 'sale.complete' }, sale);
    expect(asked() !== null).toBe(isAsked);
    approvals.giveUpApproval();
    expect(await second).toEqual(isAsked ? null : given);
  });

  it('[A1] that a colleague gave for a sale counts for nobody else who is signed in, nor once their role may not give it', async () => {
    const wanted = { permission: 'sale.complete', by: ['manager'] } as const;
    const sale = { id: 'C1', totalMinor: 1_000 };
    const first = approvals.askForSale(wanted, sale);
    await approvals.approve('MIA', '1111');
    await first;
    void approvals.askForSale({ ...wanted, by: ['senior'] }, sale);
    expect(asked()).toEqual(['SAM']);
    approvals.giveUpApproval();
    signedIn = 'SAM';
    void approvals.askForSale(wanted, sale);
    expect(asked()).toEqual(['MIA', 'MAX']);
  });

  it('[A1] that nobody gave for a sale is asked again', async () => {
    const wanted = { permission: 'sale.complete', by: ['manager'] } as const;
    const first = approvals.askForSale(wanted, { id: 'C1', totalMinor: 1_000 });
    approvals.giveUpApproval();
    expect(await first).toBeNull();
    void approvals.askForSale(wanted, { id: 'C1', totalMinor: 1_000 });
    expect(asked()).toEqual(['MIA', 'MAX']);
  });

  it('that nobody gives leaves it undone', async () => {
    const record = vi.fn<Recorder>().mockResolvedValueOnce({ ok: false, refusal: 'needs_approval', needed });
    const recorded = recordApproved(record, approvals)(() => ({ ok: false, refusal: 'empty_sale' }));
    await vi.waitFor(() => expect(asked()).not.toBeNull());
    approvals.giveUpApproval();
    expect(await recorded).toEqual({ ok: false, refusal: 'needs_approval' });
    expect(record).toHaveBeenCalledOnce();
  });
});
