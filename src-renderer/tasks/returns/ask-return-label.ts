import { refuse } from '../../../domain/base/result.ts';
import type { ReturnLabel, ReturnLabelLine } from '../../../domain/return-labels/return-label.ts';
import { type WantedLabel, wantReturnLabel } from '../../../domain/return-labels/want-return-label.ts';
import { proposeDisposition } from '../../../domain/returns/propose-disposition.ts';
import { type ReturnRules, returnRules } from '../../../domain/returns/settings.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import type { Decide } from '../../kit/register-services.ts';
import { whyNotYet } from './decide-return.ts';
import type { Stays } from './line-terms.ts';
import {
  chooseLine,
  type Choices,
  isHeldBack,
  lineKey,
  NO_CHOICE,
  refreshed,
  type ReturnSource,
  serialOfPiece,
  sourceOf,
} from './return-form.ts';

/** What goods were bought on, as a label names it; null where nobody sends them back by parcel. */
export function originOf({ origin, number }: Pick<ReturnSource, 'origin' | 'number'>): ReturnLabel['origin'] | null {
  return origin.kind === 'sale' || origin.kind === 'order' ? { kind: origin.kind, number } : null;
}

export interface AskedLabel extends Pick<WantedLabel, 'parcelId' | 'weightGrams' | 'lastDay' | 'mail'> {
  readonly found: Returnable;
  readonly choices: Choices;
  readonly stays: Stays;
}

/** Decides a label for what is chosen, by the same terms as a return: what would not come back over the counter gets none. */
export function decideReturnLabel({ found, choices, stays, ...parcel }: AskedLabel, labels: Iterable<ReturnLabel>): Decide {
  return ({ reader }) => {
    const source = sourceOf(refreshed(found, reader));
    const origin = originOf(source);
    if (origin === null) return refuse('nothing_to_return');
    const why = whyNotYet(source, choices, settingOf(reader, returnRules, {}).needsReason, stays);
    if (why !== null) return refuse(why);
    const chosen = source.lines.map((line) => ({ line, ...(choices.get(lineKey(line)) ?? NO_CHOICE) }));
    return wantReturnLabel({ ...parcel, origin, choices: chosen }, labels);
  };
}

/**
 * The choices with what a label announced, for its reasons. A piece whose serial number has to be compared, and what stays with the
 * customer, are left to a person.
 */
export function chooseAnnounced(
  source: Pick<ReturnSource, 'lines'>,
  before: Choices,
  announced: readonly ReturnLabelLine[],
  { rules, stays }: { readonly rules: ReturnRules; readonly stays: Stays },
): Choices {
  return announced.reduce((choices, { quantity, reason, ...name }) => {
    const line = source.lines.find((one) => lineKey(one) === lineKey(name));
    if (line === undefined || serialOfPiece(line) !== null || isHeldBack(line, choices.get(lineKey(line)), stays)) return choices;
    const disposition = proposeDisposition(rules, { reason, condition: null });
    return chooseLine(source, choices, line, { ...(choices.get(lineKey(line)) ?? NO_CHOICE), quantity, reason, disposition });
  }, before);
}
