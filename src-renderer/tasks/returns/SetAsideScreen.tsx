import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { type SetAside, setAsideDocument, type SetAsideOutcome, settleSetAside } from '../../../domain/stock/set-aside.ts';
import { quantityOf } from '../../../texts/say/line-name.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useCurrent, useRegister, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import styles from './Returns.module.css';
import { SettleDialog } from './SettleDialog.tsx';
import { waitingGoods } from './waiting-goods.ts';

/** Goods that came back and are not for sale, and what becomes of them. */
export function SetAsideScreen() {
  const { identity } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const goods = waitingGoods(useCurrent(setAsideDocument).values());
  const steps = useSteps();
  const [asked, ask] = useState<SetAside | null>(null);

  function settle(one: SetAside, quantity: number, outcome: SetAsideOutcome): void {
    const { sku, purpose } = one;
    ask(null);
    void steps.take(
      [({ reader }) => settleSetAside(reader, identity.storeId, { sku, purpose, quantity, outcome })],
      words(`setAside.done.${outcome}`, { what: quantityOf({ ...one, quantity }) }),
    );
  }

  return (
    <Screen title={words('setAside.title')}>
      <div className={styles.form}>
        <Saying steps={steps} />
        {goods.length === 0 && <Empty title={words('setAside.none')}>{words('setAside.noneText')}</Empty>}
        <ul className={styles.lines} aria-label={words('setAside.title')}>
          {goods.map((one) => (
            <li key={one.id} className={styles.aside}>
              <span className={styles.what}>
                <strong>
                  <bdi>{quantityOf(one)}</bdi>
                </strong>
                <span>
                  <bdi>{one.sku}</bdi> · {words(`returns.${one.purpose}`)} ·{' '}
                  {words('setAside.since', { date: formatMoment(one.since, timezone) })}
                </span>
              </span>
              <Button
                variant="default"
                size="md"
                aria-label={words('setAside.decideOn', { name: one.name })}
                loading={steps.busy}
                onClick={() => ask(one)}
              >
                {words('setAside.decide')}
              </Button>
            </li>
          ))}
        </ul>
        <div>
          <Button component={Link} href="/returns" variant="default" size="md">
            {words('setAside.toReturns')}
          </Button>
        </div>
      </div>
      <SettleDialog goods={asked} onSettle={settle} onClose={() => ask(null)} />
    </Screen>
  );
}
