import { type DeviceCaller, deviceContract } from '../../domain/device/device-contract.ts';
import type { HeardScanner, LineScanner, ScannerNews } from '../../domain/device/scanner.ts';

/** Asks the device host what came from a scanner. @returns null where it cannot be asked, or what it says cannot be read. */
export type HearScanner = (scanner: LineScanner, heard: HeardScanner | null) => Promise<ScannerNews | null>;

/** Scanners that are read by the device host. */
export function scannerClient(call: DeviceCaller): HearScanner {
  return async (scanner, heard) => {
    const answer = await call('scanner.next', [scanner, heard]);
    return answer.ok ? (deviceContract['scanner.next'].value.safeParse(answer.value).data ?? null) : null;
  };
}
