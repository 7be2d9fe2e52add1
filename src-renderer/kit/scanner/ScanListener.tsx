import { useEffect } from 'react';
import { withoutPrefix } from '../../../domain/barcodes/wedge-text.ts';
import { listenToScanner } from './listen-to-scanner.ts';
import { scannerSetting, typedBefore } from './scanner-setting.ts';
import { scanner } from './scanner.ts';

/** Listens to the scanner for as long as the app is shown, whatever it shows. */
export function ScanListener() {
  useEffect(
    () =>
      listenToScanner(
        window,
        () => Number(scannerSetting.getState().shortest),
        (code) => void scanner.scan(withoutPrefix(code, typedBefore.getState())),
      ),
    [],
  );
  return null;
}
