import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { useRegister, useView } from '../register-context.tsx';
import { head, type PaperPart } from '../../../texts/paper/paper.ts';

/** What stands at the top of slips that are no receipts: the store, its register and the time. @param at as in an operation. */
export function useSlipHead(): (at: string) => PaperPart[] {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return (at) => [head(identity.storeName, 'strong'), head(identity.prefix), head(formatExactMoment(at, timezone))];
}
