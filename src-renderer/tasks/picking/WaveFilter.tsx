import { NativeSelect } from '@mantine/core';
import styles from './Picking.module.css';
import { CUT_OFFS, WAVE_KINDS, type WaveChoice, type WaveOptions } from './wave-choice.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaveFilterProps {
  readonly options: WaveOptions;
  /** Whether pickups wait that could go along. */
  readonly hasPickups: boolean;
  readonly choice: WaveChoice;
  readonly onChange: (choice: WaveChoice) => void;
}

/** Narrows the orders that wait down to those of one walk; what there is nothing to choose of is left out. */
export function WaveFilter({ options: { zones, shippingMethods, isPromised }, hasPickups, choice, onChange }: WaveFilterProps) {
  const all = { value: '', label: words('picking.all') };
  return (
    <div className={styles.bar}>
      {(hasPickups || choice.kind !== 'ship') && (
        <NativeSelect
          label={words('picking.kind')}
          data={WAVE_KINDS.map((value) => ({ value, label: words(`picking.kind.${value}`) }))}
          value={choice.kind}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...choice, kind: WAVE_KINDS.find((one) => one === value) ?? 'ship', zone: null, shippingMethod: null })
          }
        />
      )}
      {zones.length > 0 && (
        <NativeSelect
          label={words('picking.zone')}
          data={[all, ...zones]}
          value={choice.zone ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...choice, zone: value === '' ? null : value })}
        />
      )}
      {shippingMethods.length > 0 && (
        <NativeSelect
          label={words('picking.shippingMethod')}
          data={[all, ...shippingMethods]}
          value={choice.shippingMethod ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...choice, shippingMethod: value === '' ? null : value })}
        />
      )}
      {isPromised && (
        <NativeSelect
          label={words('picking.due')}
          data={CUT_OFFS.map((value) => ({ value, label: words(`picking.due.${value}`) }))}
          value={choice.cutOff}
          onChange={({ currentTarget: { value } }) => onChange({ ...choice, cutOff: CUT_OFFS.find((one) => one === value) ?? 'any' })}
        />
      )}
    </div>
  );
}
