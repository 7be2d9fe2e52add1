import { useMemo } from 'react';
import { roles } from '../../../domain/permissions/roles.ts';
import { mayDo } from '../../../domain/permissions/may-do.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { refundOf, type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import type { AllowedAgainst, Allowing, Staying } from '../../../domain/returns/return-terms.ts';
import { returnWindow } from '../../../domain/returns/settings.ts';
import { approvedBy } from '../../kit/approved-by.ts';
import { useRegister, useSetting, useSignIn, useView } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { useStoreDate } from '../../kit/use-store-date.ts';
import type { Steps } from '../picking/use-steps.ts';
import { lastDayOfLines, NOTHING_STAYS, type Stays, staysBy, type TermsAt } from './line-terms.ts';

export interface Terms {
  readonly stays: Stays;
  /** The last day on which lines come back, YYYY-MM-DD; null where there is none. */
  lastDayOf(lines: readonly ReturnableLine[]): string | null;
  /** Asks who may take a line back all the same: alone, or with the approval of a colleague. Tells why where nobody allows it. */
  allow(line: ReturnableLine, staying: Staying, onAllowed: (against: AllowedAgainst) => void): void;
  /** Asks who may leave the fee of a line to the customer, in the same way. */
  waive(line: ReturnableLine, onWaived: (waived: Allowing) => void): void;
}

/** The terms of the store for what comes back today. @param isVoid a void takes everything back. */
export function useTerms(isVoid: boolean, steps: Pick<Steps, 'say'>): Terms {
  const register = useRegister();
  const { catalog } = register;
  const window = useSetting(returnWindow);
  const table = useSetting(roles);
  const role = useSignIn(({ associate }) => associate?.role ?? 'associate');
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const today = useStoreDate();
  const at = useMemo<TermsAt>(
    () => ({ productOf: (sku) => catalog.product(sku), window, today, timezone }),
    [catalog, window, today, timezone],
  );
  const stays = useMemo(() => (isVoid ? NOTHING_STAYS : staysBy(at)), [isVoid, at]);

  async function whoAllows(line: ReturnableLine): Promise<Allowing | Refusal> {
    const answer = mayDo(table, role, 'return.exception', refundOf(line, unitsReturnable(line)).refundMinor);
    if (answer.kind === 'denied') return 'not_allowed';
    const approval = answer.kind === 'allowed' ? null : await register.requestApproval('return.exception', answer.by, false);
    if (answer.kind === 'needs_approval' && approval === null) return 'needs_approval';
    return approvedBy(approval);
  }

  function ask(line: ReturnableLine, onAllowed: (by: Allowing) => void): void {
    void whoAllows(line).then((by) => (typeof by === 'string' ? steps.say('bad', refusalSentence(by)) : onAllowed(by)));
  }

  return {
    stays,
    lastDayOf: (lines) => lastDayOfLines(lines, at),
    waive: ask,
    allow: (line, { term }, onAllowed) => ask(line, (by) => onAllowed({ term, ...by })),
  };
}
