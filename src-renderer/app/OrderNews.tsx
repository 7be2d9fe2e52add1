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

interface NewsLinkProps {
  readonly href: string;
  readonly tone?: 'bad' | 'warn';
  readonly Icon: typeof IconBell;
  /** The whole of it, and where it leads. */
  readonly label: string;
  readonly children: string;
}

/** One piece of news in the top bar. */
function NewsLink({ href, tone = 'warn', Icon, label, children }: NewsLinkProps) {
  return (
    <Link href={href} className={styles.news} data-tone={tone} aria-label={label}>
      <Icon aria-hidden size={20} />
      <span>{children}</span>
    </Link>
  );
}

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
        <NewsLink href="/pickup" tone="bad" Icon={IconCar} label={words('pickup.outsideToSee', { count: outside.length })}>
          {words('pickup.outsideCount', { count: outside.length })}
        </NewsLink>
      )}
      {orders.length > 0 && (
        <NewsLink href="/pickup" Icon={IconBell} label={words('pickup.newToSee', { count: orders.length })}>
          {words('pickup.newCount', { count: orders.length })}
        </NewsLink>
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
  const [what, count] =
    late.length > 0
      ? (['late', late.length] as const)
      : soon.length > 0
        ? (['soon', soon.length] as const)
        : (['new', unseen.length] as const);
  if (count === 0) return null;
  return (
    <NewsLink
      href="/picking"
      tone={what === 'late' ? 'bad' : 'warn'}
      Icon={what === 'new' ? IconTruck : IconClockExclamation}
      label={words(`picking.${what}ToSee`, { count })}
    >
      {words(`picking.${what}Count`, { count })}
    </NewsLink>
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
