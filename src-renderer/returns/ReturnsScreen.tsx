import { useState } from 'react';
import type { OperationOf } from '../../domain/operation/operation.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { Screen } from '../app/Screen.tsx';
import { FindBought } from './FindBought.tsx';
import { ReturnDone } from './ReturnDone.tsx';
import { ReturnForm } from './ReturnForm.tsx';

type Phase =
  | { readonly at: 'find' }
  | { readonly at: 'choose'; readonly found: Returnable }
  | { readonly at: 'done'; readonly recorded: OperationOf<'goods_returned'> };

/** Goods come back: find what was bought, choose, refund. */
export function ReturnsScreen() {
  const [phase, setPhase] = useState<Phase>({ at: 'find' });
  const again = () => setPhase({ at: 'find' });
  return (
    <Screen title="Returns">
      {phase.at === 'find' && <FindBought onFound={(found) => setPhase({ at: 'choose', found })} />}
      {phase.at === 'choose' && <ReturnForm found={phase.found} onRecorded={(recorded) => setPhase({ at: 'done', recorded })} onCancel={again} />}
      {phase.at === 'done' && <ReturnDone recorded={phase.recorded} onAgain={again} />}
    </Screen>
  );
}
