import { ActionIcon, SegmentedControl } from '@mantine/core';
import type { FulfillmentLine } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconMinus, IconPlus } from '../../kit/icons.ts';
import { REASONS, setStaying, type Stays, staying } from './not-taken.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface TakenChoiceProps {
  readonly line: FulfillmentLine;
  readonly stays: Stays;
  readonly onChange: (stays: Stays) => void;
}

/** What the customer does with a line at the counter: one unit is taken, refused or broken; of several, as many as are said. */
export function TakenChoice({ line, stays, onChange }: TakenChoiceProps) {
  const { name } = line;
  if (line.picked === 1) {
    const value = REASONS.find((reason) => staying(stays, line, reason) > 0) ?? 'taken';
    return (
      <SegmentedControl
        aria-label={words('pickup.whatOf', { name })}
        classNames={{ label: styles.choice ?? '' }}
        data={(['taken', ...REASONS] as const).map((one) => ({ value: one, label: words(`pickup.${one}`) }))}
        value={value}
        onChange={(chosen) => {
          const others = new Map(stays);
          others.delete(line.lineNo);
          const reason = REASONS.find((one) => one === chosen);
          onChange(reason === undefined ? others : setStaying(others, line, reason, 1));
        }}
      />
    );
  }
  const free = line.picked - REASONS.reduce((sum, reason) => sum + staying(stays, line, reason), 0);
  return (
    <span className={styles.counters}>
      {REASONS.map((reason) => {
        const units = staying(stays, line, reason);
        return (
          <span key={reason} className={styles.counter} role="group" aria-label={words(`pickup.${reason}Of`, { name })}>
            <span>{words(`pickup.${reason}`)}</span>
            <ActionIcon
              aria-label={words(`pickup.${reason}Less`, { name })}
              disabled={units === 0}
              onClick={() => onChange(setStaying(stays, line, reason, units - 1))}
            >
              <IconMinus aria-hidden size={20} />
            </ActionIcon>
            <output>{units}</output>
            <ActionIcon
              aria-label={words(`pickup.${reason}More`, { name })}
              disabled={free <= 0}
              onClick={() => onChange(setStaying(stays, line, reason, units + 1))}
            >
              <IconPlus aria-hidden size={20} />
            </ActionIcon>
          </span>
        );
      })}
    </span>
  );
}
