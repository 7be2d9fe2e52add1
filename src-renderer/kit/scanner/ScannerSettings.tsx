import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useStore } from 'zustand';
import { useRegister } from '../register-context.tsx';
import styles from './Scanner.module.css';
import { changeScannerSetting, scannerSetting, SHORTEST_CODES } from './scanner-setting.ts';

/** How the scanner of this device is set. */
export function ScannerSettings() {
  const register = useRegister();
  const { shortest } = useStore(scannerSetting);
  const label = useId();
  return (
    <section className={styles.setting} aria-label="Scanner">
      <h2 className={styles.heading}>Scanner</h2>
      <p className={styles.words} id={label}>
        Characters of the shortest code. Shorter ones are taken for typing. Choose 4 if short numbers such as 4011 are scanned here.
      </p>
      <SegmentedControl
        aria-labelledby={label}
        size="lg"
        data={[...SHORTEST_CODES]}
        value={shortest}
        onChange={(value) => changeScannerSetting(register, { shortest: SHORTEST_CODES.find((one) => one === value) ?? shortest })}
      />
    </section>
  );
}
