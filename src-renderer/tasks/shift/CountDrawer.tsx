import { Button, SegmentedControl, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Shift } from '../../../domain/shift/shift.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { useView } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { useKey } from '../payment/use-key.ts';
import { CountPieces } from './CountPieces.tsx';
import styles from './Shift.module.css';
import type { Count, CountBy } from './use-count.ts';

interface CountDrawerProps {
  readonly shift: Shift;
  readonly count: Count;
  readonly onCompare: () => void;
}

/** The count, before anybody sees what is expected: whoever knows it counts towards it. */
export function CountDrawer({ shift, count, onCompare }: CountDrawerProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { currency } = shift;
  const isCounted = !Number.isNaN(count.countedMinor) && !Number.isNaN(count.leftMinor);
  useKey('F12', isCounted ? onCompare : null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isCounted) onCompare();
  }
  return (
    <form className={styles.card} aria-label={words('shift.close')} onSubmit={submit}>
      <header className={styles.countHead}>
        <div>
          {shift.drawerId !== undefined && <p className={styles.hint}>{shift.drawerId}</p>}
          <h2 className={styles.heading}>{words('shift.openSince', { moment: formatExactMoment(shift.openedAt, timezone) })}</h2>
          <p className={styles.hint}>{words('shift.countTitle')}</p>
        </div>
        <SegmentedControl
          aria-label={words('settings.closing.countBy')}
          size="md"
          value={count.by}
          data={(['pieces', 'sum'] as const).map((value) => ({ value, label: words(`shift.countBy.${value}`) }))}
          onChange={(value) => count.setBy(value as CountBy)}
        />
      </header>
      {count.by === 'pieces' ? (
        <>
          <CountPieces count={count} currency={currency} />
          <p className={styles.hint}>{words('shift.countHint')}</p>
        </>
      ) : (
        <TextInput
          label={words('shift.cashCounted')}
          description={words('shift.countAll')}
          inputMode="decimal"
          autoComplete="off"
          size="lg"
          autoFocus
          value={count.sumText}
          onChange={(event) => count.setSum(event.currentTarget.value)}
        />
      )}
      <footer className={styles.countFoot}>
        <AfterCount count={count} currency={currency} />
        <p className={styles.counted}>
          <span>{words('shift.counted')}</span>
          <strong data-testid="counted">{Number.isNaN(count.countedMinor) ? '–' : formatMoney(count.countedMinor, currency)}</strong>
        </p>
        <Button type="submit" size="lg" disabled={!isCounted} aria-keyshortcuts="F12">
          {words('shift.compare')}
        </Button>
      </footer>
      <p className={styles.hint}>{words('shift.keptCount')}</p>
    </form>
  );
}

/** What stays in the drawer, and the bag with the rest. */
function AfterCount({ count, currency }: Pick<CountDrawerProps, 'count'> & { readonly currency: string }) {
  return (
    <>
      <TextInput
        label={words('shift.leave')}
        inputMode="decimal"
        autoComplete="off"
        value={count.leftText}
        description={restText(count, currency)}
        error={Number.isNaN(count.leftMinor) && words('settings.amountNotValid')}
        onChange={(event) => count.setLeft(event.currentTarget.value)}
      />
      <TextInput
        label={words('shift.bagOfRest')}
        autoComplete="off"
        maxLength={40}
        value={count.bagText}
        onChange={(event) => count.setBag(event.currentTarget.value)}
      />
    </>
  );
}

/** What goes to the safe, as far as it is known. */
function restText({ countedMinor, leftMinor }: Count, currency: string): string | null {
  const rest = countedMinor - (leftMinor ?? 0);
  return leftMinor === null || Number.isNaN(rest) || rest < 0 ? null : words('shift.leaveRest', { amount: formatMoney(rest, currency) });
}
