import { quarantinedOperationDocument } from '../../../domain/quarantine/documents.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { pickupPromise } from '../../../domain/fulfillment/settings.ts';
import { useNow } from '../../kit/use-now.ts';
import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { IconBox } from '../../kit/icons.ts';
import { LateResolutions } from '../exceptions/LateResolutions.tsx';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { DisplayButton } from '../../kit/customer-view/DisplayButton.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useCurrent, useDocumentList, useRegister, useSetting, useSignIn, useSync, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { PausedNotice } from '../picking/PausedNotice.tsx';
import { OpenCardPayments } from '../payment/OpenCardPayments.tsx';
import { OpenCardRefunds } from '../payment/OpenCardRefunds.tsx';
import { ReportsLink } from '../reports/ReportsLink.tsx';
import styles from './Home.module.css';
import { StartTraining } from './StartTraining.tsx';
import { countLate, countLateParcels, countWaiting } from './waiting.ts';
import { words } from '../../../texts/words/words.ts';

interface TileProps {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  /** Whether a number other than zero needs someone soon. */
  readonly urgent?: boolean;
  /** How many of them are late. */
  readonly late?: number;
}

function Tile({ href, label, count, urgent = false, late = 0 }: TileProps) {
  return (
    <Link
      href={href}
      className={styles.tile}
      data-state={count === 0 ? 'none' : late > 0 ? 'late' : urgent ? 'urgent' : 'some'}
      aria-label={late === 0 ? `${label}: ${count}` : `${label}: ${count}, ${words('home.late', { count: late })}`}
    >
      <span className={styles.count}>{count}</span>
      <span>{label}</span>
      {late > 0 && <span className={styles.late}>{words('home.late', { count: late })}</span>}
    </Link>
  );
}

function HomeActions() {
  return (
    <>
      <Button component={Link} href="/stock" variant="default" leftSection={<IconBox aria-hidden size={20} />}>
        {words('stock.title')}
      </Button>
      <DisplayButton />
      <StartTraining />
      <ReportsLink />
    </>
  );
}

/** What is waiting in this store, and the ways to it. */
export function HomeScreen() {
  const { training } = useRegister();
  const associate = useSignIn((state) => state.associate);
  const orders = useCurrent(fulfillmentOrderDocument);
  const exceptions = useView((view) => view.exceptions.length);
  const quarantined = useDocumentList(quarantinedOperationDocument).length;
  const complete = useView((view) => view.complete);
  const shift = useView((view) => view.openShift);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const pending = useSync((sync) => sync.pending);
  const minutes = useSetting(pickupPromise);
  const now = useNow(15_000);
  const waiting = useMemo(() => countWaiting(orders.values()), [orders]);
  const late = useMemo(() => countLate(orders.values(), minutes, now), [orders, minutes, now]);
  const parcels = useMemo(() => countLateParcels(orders.values(), now), [orders, now]);
  return (
    <Screen title={associate === null ? words('task.home') : words('home.hello', { name: associate.name })} actions={<HomeActions />}>
      {!complete && <Notice tone="info">{words('home.loading')}</Notice>}
      <LateResolutions />
      <OpenCardPayments />
      <OpenCardRefunds />
      {!training.isOn && <PausedNotice />}
      <Link href={shift === null ? '/shift' : '/sale'} className={styles.shift} data-open={shift !== null}>
        <strong>{shift === null ? words('home.openShift') : words('home.startSale')}</strong>
        <span>
          {shift === null ? words('home.countFloat') : words('home.openSince', { moment: formatMoment(shift.openedAt, timezone) })}
        </span>
      </Link>
      <section className={styles.tiles} aria-label={words('home.waiting')}>
        <Tile href="/pickup" label={words('home.pickupsToPrepare')} count={waiting.pickupsToPrepare} urgent late={late} />
        <Tile href="/pickup" label={words('home.pickupsReady')} count={waiting.pickupsReady} />
        <Tile href="/picking" label={words('home.ordersToPick')} count={waiting.ordersToPick} urgent late={parcels.toPick} />
        <Tile href="/picking" label={words('home.ordersToShip')} count={waiting.ordersToShip} late={parcels.toShip} />
        {waiting.toPutBack > 0 && <Tile href="/picking" label={words('home.ordersToPutBack')} count={waiting.toPutBack} urgent />}
        <Tile href="/exceptions" label={words('home.exceptions')} count={exceptions} urgent />
        {!training.isOn && <Tile href="/sync" label={words('home.notSent')} count={pending} />}
        <Tile href="/sync" label={words('home.quarantine')} count={quarantined} urgent />
      </section>
    </Screen>
  );
}
