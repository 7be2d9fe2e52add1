import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../register-context.tsx';
import styles from './Scanner.module.css';
import { soundRefusal, soundTaken } from './scan-sounds.ts';
import { changeScannerSetting, SCAN_SOUNDS, scannerSetting, SEPARATOR_KEYS, SHORTEST_CODES } from './scanner-setting.ts';
import { words } from '../../../texts/words/words.ts';

/** As keyboards and manuals of scanners have them. */
const KEY_NAMES: Record<(typeof SEPARATOR_KEYS)[number], string> = { none: 'Ctrl ]', F8: 'F8', ArrowDown: '↓' };

/** How the scanner of this device is set. */
export function ScannerSettings() {
  const register = useRegister();
  const { shortest, sounds, separatorKey } = useStore(scannerSetting);
  const [label, soundLabel, keyLabel] = [useId(), useId(), useId()];
  return (
    <section className={styles.setting} aria-label={words('scanner.title')}>
      <h2 className={styles.heading}>{words('scanner.title')}</h2>
      <p className={styles.words} id={label}>
        {words('scanner.shortest')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        size="lg"
        data={[...SHORTEST_CODES]}
        value={shortest}
        onChange={(value) => changeScannerSetting(register, { shortest: SHORTEST_CODES.find((one) => one === value) ?? shortest })}
      />
      <p className={styles.words} id={soundLabel}>
        {words('scanner.sounds')}
      </p>
      <SegmentedControl
        aria-labelledby={soundLabel}
        size="lg"
        data={SCAN_SOUNDS.map((value) => ({ value, label: words(`scanner.sounds.${value}`) }))}
        value={sounds}
        onChange={(value) => {
          changeScannerSetting(register, { sounds: SCAN_SOUNDS.find((one) => one === value) ?? sounds });
          // What is chosen is heard at once.
          if (value === 'all') soundTaken();
          else soundRefusal();
        }}
      />
      <p className={styles.words} id={keyLabel}>
        {words('scanner.separatorKey')}
      </p>
      <SegmentedControl
        aria-labelledby={keyLabel}
        size="lg"
        data={SEPARATOR_KEYS.map((value) => ({ value, label: KEY_NAMES[value] }))}
        value={separatorKey}
        onChange={(value) => changeScannerSetting(register, { separatorKey: SEPARATOR_KEYS.find((one) => one === value) ?? separatorKey })}
      />
    </section>
  );
}
