import { Button } from '@mantine/core';
import type { CarrierHandover } from '../../../domain/labels/carrier-handover.ts';
import { useView } from '../../kit/register-context.tsx';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { carrierName } from './handover-parcels.ts';
import styles from './Handover.module.css';

const SHOWN = 5;

export interface PastHandoversProps {
  readonly past: readonly CarrierHandover[];
  readonly onShow: (handover: CarrierHandover) => void;
}

/** What drivers took lately, each with its manifest. */
export function PastHandovers({ past, onShow }: PastHandoversProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const latest = [...past].sort((a, b) => (a.at > b.at ? -1 : 1)).slice(0, SHOWN);
  if (latest.length === 0) return null;
  return (
    <div>
      <h2 className={styles.group}>{words('parcels.past')}</h2>
      <ul className={styles.parcels} aria-label={words('parcels.past')}>
        {latest.map((one) => {
          const moment = formatMoment(one.at, timezone);
          return (
            <li key={one.id} className={styles.parcel}>
              <span className={styles.what}>
                {words('parcels.pastOne', { moment, carrier: carrierName(one.carrier), count: one.parcels.length })}
              </span>
              <Button variant="default" aria-label={words('parcels.manifestOf', { moment })} onClick={() => onShow(one)}>
                {words('parcels.manifest')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
