import { Button } from '@mantine/core';
import { loyaltyOfflineCap, loyaltyProgram } from '../../../domain/loyalty/settings.ts';
import { payWithPoints } from '../../../domain/loyalty/points.ts';
import { pointsId } from '../../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderFormProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';
import { useStoredValue } from './use-stored-value.ts';

/** The points of the customer: as many as the rest of the sale needs. */
export function PointsForm(props: TenderFormProps) {
  const { customerId } = props.payment;
  return customerId === null ? null : <Points {...props} id={pointsId(customerId)} />;
}

function Points({ payment, onStart, id }: TenderFormProps & { readonly id: string }) {
  const { cartId, currency, plan, pointsMostMinor: mostMinor } = payment;
  const register = useRegister();
  const known = useStoredValue(id);
  const { worthMinor } = useSetting(loyaltyProgram);
  const offlineCap = useSetting(loyaltyOfflineCap);
  const { storedValues } = useHandedOver(cartId);
  if (known === null) return <p className={styles.hint}>{words('account.asking')}</p>;
  const isUsed = storedValues.some(({ tender }) => tender.kind === 'points');
  const paid = payWithPoints({ id, known, currency, wantedMinor: plan.leftMinor, mostMinor, worthMinor, offlineCap });
  if (!paid.ok || isUsed) return <Notice tone="info">{refusalSentence(paid.ok ? 'points_missing' : paid.refusal)}</Notice>;
  const { tender, points } = paid.value;
  const has = known.value?.balanceMinor ?? 0;
  return (
    <form
      className={styles.form}
      aria-label={words('payment.kind.points')}
      onSubmit={(event) => {
        event.preventDefault();
        const leftMinor = known.from === 'server' ? has - points : null;
        paymentEntriesOf(register).enter(cartId, { storedValues: [...storedValues, { tender, leftMinor, points }] });
        onStart();
      }}
    >
      <p className={styles.hint}>{words('loyalty.has', { count: has })}</p>
      <Button type="submit" size="lg">
        {words('loyalty.use', { count: points, amount: formatMoney(tender.amountMinor, currency) })}
      </Button>
    </form>
  );
}
