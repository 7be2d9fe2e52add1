import { Link } from 'wouter';
import { IconBell } from '../kit/icons.ts';
import { useNewPickups, useRing } from '../tasks/pickup/use-new-pickups.ts';
import styles from './Frame.module.css';
import { words } from '../../texts/words/words.ts';

/** Says and rings that pickups came which nobody in the store has acknowledged, and leads to them. */
export function NewPickups() {
  const orders = useNewPickups();
  useRing(orders);
  if (orders.length === 0) return null;
  return (
    <Link href="/pickup" className={styles.news} aria-label={words('pickup.newToSee', { count: orders.length })}>
      <IconBell aria-hidden size={20} />
      <span>{words('pickup.newCount', { count: orders.length })}</span>
    </Link>
  );
}
