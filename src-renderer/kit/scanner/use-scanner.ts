import { useEffect, useEffectEvent, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RefusedScan, ScanAnswer, ScanLayer } from './scan-router.ts';
import { scanner } from './scanner.ts';

export interface UseScannerOptions {
  readonly layer?: ScanLayer;
  /** Whose the scans are that are refused here. */
  readonly owner?: string;
}

/**
 * Says what a scan means while a screen, a part of it or a dialog is shown. Where nothing does, a scan is refused aloud.
 * @param onScan gives null when it took the code, or says why not in a sentence that names it.
 */
export function useScanner(
  onScan: (code: string) => ScanAnswer | Promise<ScanAnswer>,
  { layer = 'screen', owner = '' }: UseScannerOptions = {},
): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => scanner.add({ layer, owner, onScan: (code) => scanned(code) }), [layer, owner]);
}

/** The scans that were refused for one owner, while its own screen shows them; the list above all screens leaves them out meanwhile. */
export function useOwnRefusedScans(owner: string): readonly RefusedScan[] {
  const refused = useStore(scanner.refused);
  useLayoutEffect(() => {
    scanner.ownList.setState({ owner });
    return () => scanner.ownList.setState({ owner: null });
  }, [owner]);
  return useMemo(() => refused.filter((one) => one.owner === owner), [refused, owner]);
}
