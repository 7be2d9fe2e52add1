import { useLocation } from 'wouter';
import { accountOfflineCap, storedValueOfflineCap } from '../../../domain/stored-value/settings.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Steps } from '../picking/use-steps.ts';
import { exchangeBegunAt } from './exchange-begun.ts';
import { whyLoadsStay } from './loads-back.ts';
import { type Choices, type ReturnSource, unitsChosen } from './return-form.ts';

interface ExchangeOptions {
  readonly source: ReturnSource;
  readonly choices: Choices;
  /** Names the return, so that a refund by a terminal finds it again. */
  readonly returnId: string;
  readonly steps: Pick<Steps, 'say'>;
  /** Whether nothing of the return changes any more. */
  readonly isFixed: boolean;
}

/**
 * Takes what is chosen to the sale screen, where goods are taken home for it; by Alt+X too. Nothing is recorded yet.
 * @returns null where that cannot be.
 */
export function useBeginExchange({ source, choices, returnId, steps, isFixed }: ExchangeOptions): (() => void) | null {
  const register = useRegister();
  const [, navigate] = useLocation();
  const cardMinor = useSetting(storedValueOfflineCap);
  const accountMinor = useSetting(accountOfflineCap);
  async function begin(): Promise<void> {
    const refusal = await whyLoadsStay(register, source, choices, { cardMinor, accountMinor });
    if (refusal !== null) return steps.say('bad', refusalSentence(refusal));
    exchangeBegunAt(register).setState({ number: source.number, returnId, choices: [...choices] }, true);
    navigate('/sale');
  }

  const press = isFixed ? null : () => void begin();
  useKeyDown((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyX') return null;
    return () => unitsChosen(choices) > 0 && !isDialogOpen() && press?.();
  });
  return press;
}
