import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Associate } from '../../domain/associates/associate.ts';
import type { BadgeUse } from '../../domain/associates/settings.ts';
import { refuse } from '../../domain/base/result.ts';
import type { ApprovalState, PinAnswer, RegisterServices, SaleInHand } from '../kit/register-services.ts';
import type { GivenApproval, NeededApproval, Record } from './recorder.ts';
import type { SignIn } from './sign-in.ts';

export interface ApprovalsOptions {
  readonly associates: () => readonly Associate[];
  readonly checkPin: (associateId: string, pin: string) => Promise<PinAnswer>;
  readonly checkBadge: SignIn['checkBadge'];
  readonly badgeUse: () => BadgeUse;
  /** Who wants to do it; nobody approves what they do themselves. */
  readonly associateId: () => string | null;
}

export interface Approvals {
  readonly state: StoreApi<ApprovalState>;
  readonly approve: RegisterServices['approve'];
  readonly approveWithBadge: RegisterServices['approveWithBadge'];
  readonly confirmWithBadge: RegisterServices['confirmWithBadge'];
  readonly giveUpApproval: RegisterServices['giveUpApproval'];
  /**
   * Asks a colleague; resolves with null when nobody approves, or when another question is open.
   * @param inPlace the screen that asks shows the question itself.
   */
  ask(needed: NeededApproval, inPlace?: boolean): Promise<GivenApproval | null>;
  /** Asks once for a sale: what a colleague has approved for it stands as long as it comes to no more. */
  askForSale(needed: NeededApproval, sale: SaleInHand): Promise<GivenApproval | null>;
}

/** What was approved last for a sale, and for whom. */
interface Standing {
  readonly sale: SaleInHand;
  readonly associateId: string | null;
  readonly given: GivenApproval;
}

/** Lets a colleague approve on the spot what the role of whoever is signed in does not allow alone (rule A1). Needs no network. */
export function createApprovals({ associates, checkPin, checkBadge, badgeUse, associateId }: ApprovalsOptions): Approvals {
  const state = createStore<ApprovalState>(() => ({ question: null }));
  let settle: ((given: GivenApproval | null) => void) | null = null;
  let standing: Standing | null = null;

  const ask: Approvals['ask'] = ({ permission, by }, inPlace = false) => {
    if (settle !== null) return Promise.resolve(null);
    const approvers = associates().filter((one) => one.id !== associateId() && by.includes(one.role));
    return new Promise((resolve) => {
      settle = resolve;
      state.setState({ question: { permission, approvers, inPlace } });
    });
  };

  /** What stands for this; null where a colleague has to be asked. */
  function standsFor({ permission, by }: NeededApproval, { id, totalMinor }: SaleInHand): GivenApproval | null {
    if (standing === null) return null;
    const { sale, given } = standing;
    const isOfSale = sale.id === id && totalMinor <= sale.totalMinor && standing.associateId === associateId();
    return isOfSale && given.approval.permission === permission && by.includes(given.role) ? given : null;
  }

  function end(given: GivenApproval | null): void {
    settle?.(given);
    settle = null;
    state.setState({ question: null });
  }

  return {
    state,
    ask,
    async askForSale(needed, sale) {
      const before = standsFor(needed, sale);
      if (before !== null) return before;
      const whose = associateId();
      const given = await ask(needed);
      if (given !== null) standing = { sale, associateId: whose, given };
      return given;
    },
    async approve(approverId, pin) {
      const { question } = state.getState();
      const approver = question?.approvers.find((one) => one.id === approverId);
      if (question === null || approver === undefined) return 'wrong_pin';
      const answer = await checkPin(approverId, pin);
      // It may have been given up, or asked anew, while the PIN was checked.
      if (answer === 'right' && state.getState().question === question)
        end({ approval: { associateId: approverId, permission: question.permission, method: 'pin' }, role: approver.role });
      return answer;
    },
    async approveWithBadge(code) {
      const { question } = state.getState();
      if (question === null || badgeUse() !== 'sign_in_and_approve') return 'badges_off';
      const { answer, whose } = await checkBadge(code);
      if (whose === null) return answer;
      const approver = question.approvers.find(({ id }) => id === whose.id);
      if (approver === undefined) return 'may_not';
      if (state.getState().question === question)
        end({ approval: { associateId: approver.id, permission: question.permission, method: 'badge' }, role: approver.role });
      return answer;
    },
    async confirmWithBadge(code) {
      if (badgeUse() !== 'sign_in_and_approve') return { answer: 'badges_off', associateId: null };
      const { answer, whose } = await checkBadge(code);
      return { answer, associateId: whose?.id ?? null };
    },
    giveUpApproval: () => end(null),
  };
}

/** Records, and where a colleague has to approve it, asks one and records again: the decision is made anew then. */
export function recordApproved(record: Record, approvals: Pick<Approvals, 'ask' | 'askForSale'>): RegisterServices['record'] {
  return async (decide, sale) => {
    const first = await record(decide, undefined, sale);
    if (first.ok || !('needed' in first)) return first;
    const given = await (sale === undefined ? approvals.ask(first.needed) : approvals.askForSale(first.needed, sale));
    return given === null ? refuse('needs_approval') : record(decide, given, sale);
  };
}
