import { Link } from 'wouter';
import { IconBell, IconCar } from '../kit/icons.ts';
import { soundArrival, soundNews } from '../kit/scanner/scan-sounds.ts';
import { useNewPickups, useOutside, useRing } from '../tasks/pickup/use-new-pickups.ts';
import styles from './Frame.module.css';
import { words } from '../../texts/words/words.ts';

/** Says and rings that pickups came which nobody in the store has acknowledged, and that customers wait outside, and leads to them. */
export function NewPickups() {
  const orders = useNewPickups();
  const outside = useOutside();
  useRing(orders, soundNews);
  useRing(outside, soundArrival);
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
