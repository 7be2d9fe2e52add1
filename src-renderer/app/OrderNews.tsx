import { useMemo } from 'react';
import { Link } from 'wouter';
import { pickingRings } from '../../domain/fulfillment/settings.ts';
import { IconBell, IconCar, IconClockExclamation, IconTruck } from '../kit/icons.ts';
import { useSetting } from '../kit/register-context.tsx';
import { soundArrival, soundNews } from '../kit/scanner/scan-sounds.ts';
import { useShipNews } from '../tasks/picking/use-ship-news.ts';
import { CALM } from '../tasks/pickup/ring.ts';
import { useNewPickups, useOutside, useRing } from '../tasks/pickup/use-new-pickups.ts';
import styles from './Frame.module.css';
import { words } from '../../texts/words/words.ts';

const NOTHING: readonly string[] = [];

/** The pickups that customers wait for outside, and those that nobody in the store has acknowledged. */
function PickupNews() {
  const orders = useNewPickups();
  const outside = useOutside();
  useRing(
    useMemo(() => orders.map(({ id }) => id), [orders]),
    soundNews,
  );
  useRing(
    useMemo(() => outside.map(({ id }) => id), [outside]),
    soundArrival,
  );
  return (
    <>
      {outside.length > 0 && (
        <Link href="/pickup" className={styles.news} data-tone="bad" aria-label={words('pickup.outsideToSee', { count: outside.length })}>
          <IconCar aria-hidden size={20} />
          <span>{words('pickup.outsideCount', { count: outside.length })}</span>
        </Link>
      )}
      {orders.length > 0 && (
        <Link href="/pickup" className={styles.news} aria-label={words('pickup.newToSee', { count: orders.length })}>
          <IconBell aria-hidden size={20} />
          <span>{words('pickup.newCount', { count: orders.length })}</span>
        </Link>
      )}
    </>
  );
}

/** The orders to ship that are late, or else about to be, or else new: one place for the most urgent of it. */
function ShipNews() {
  const { unseen, late, soon } = useShipNews();
  const rings = useSetting(pickingRings);
  useRing(rings === 'all' ? unseen : NOTHING, soundNews, CALM);
  useRing(rings === 'none' ? NOTHING : soon, soundNews, CALM);
  useRing(rings === 'none' ? NOTHING : late, soundNews, CALM);
  if (late.length + soon.length > 0) {
    const [tone, count] = late.length > 0 ? (['late', late.length] as const) : (['soon', soon.length] as const);
    return (
      <Link
        href="/picking"
        className={styles.news}
        data-tone={tone === 'late' ? 'bad' : 'warn'}
        aria-label={words(`picking.${tone}ToSee`, { count })}
      >
        <IconClockExclamation aria-hidden size={20} />
        <span>{words(`picking.${tone}Count`, { count })}</span>
      </Link>
    );
  }
  if (unseen.length === 0) return null;
  return (
    <Link href="/picking" className={styles.news} aria-label={words('picking.newToSee', { count: unseen.length })}>
      <IconTruck aria-hidden size={20} />
      <span>{words('picking.newCount', { count: unseen.length })}</span>
    </Link>
  );
}

/** Says and rings that orders came, or are late, whatever somebody is at, and leads to them. */
export function OrderNews() {
  return (
    <>
      <PickupNews />
      <ShipNews />
    </>
  );
}
