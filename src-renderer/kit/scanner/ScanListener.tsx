import { useEffect } from 'react';
import { listenToScanner } from './listen-to-scanner.ts';
import { scannerRules } from './scanner-setting.ts';
import { scanner } from './scanner.ts';

/** Listens to the scanner for as long as the app is shown, whatever it shows. */
export function ScanListener() {
  useEffect(() => listenToScanner(window, scannerRules, (code) => void scanner.scan(code)), []);
  return null;
}
