import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { RegisterServices } from '../register-services.ts';

const SETTING = 'scanner';

/** How few characters a code may have. With 4, quick typing of four digits and Enter is a scan, too. */
export const SHORTEST_CODES = ['4', '6', '8'] as const;

/** What is heard: every scan, those that are refused, or nothing. */
export const SCAN_SOUNDS = ['all', 'refused', 'none'] as const;

/** Keys that vendors make of FNC1 beside Ctrl+], by the place of the key; `none` is that alone. */
export const SEPARATOR_KEYS = ['none', 'F8', 'ArrowDown'] as const;

const setting = z.object({
  shortest: z.enum(SHORTEST_CODES),
  sounds: z.enum(SCAN_SOUNDS).default('all'),
  separatorKey: z.enum(SEPARATOR_KEYS).default('none'),
});

/** How the scanner of this device is set. */
export const scannerSetting = createStore<z.infer<typeof setting>>(() => ({ shortest: '6', sounds: 'all', separatorKey: 'none' }));

/** What the scanners of the store type before each code, as the head office has set it. */
export const typedBefore = createStore<readonly string[]>(() => []);

/** What is needed to tell scans from typing. */
export interface ScannerRules {
  /** The fewest characters of a code. */
  readonly shortest: number;
  /** The key that separates fields within a scan, by its place, beside Ctrl+]; null for none. */
  readonly separatorKey: string | null;
}

/** The rules of this device, as they are now. */
export function scannerRules(): ScannerRules {
  const { shortest, separatorKey } = scannerSetting.getState();
  return { shortest: Number(shortest), separatorKey: separatorKey === 'none' ? null : separatorKey };
}

/** Finds the device's setting again. */
export async function loadScannerSetting(register: Pick<RegisterServices, 'loadDraft'>): Promise<void> {
  const read = setting.safeParse(await register.loadDraft(SETTING));
  if (read.success) scannerSetting.setState(read.data);
}

/** Changes the setting of this device, at once and for later. */
export function changeScannerSetting(register: Pick<RegisterServices, 'saveDraft'>, changed: Partial<z.infer<typeof setting>>): void {
  scannerSetting.setState(changed);
  register.saveDraft(SETTING, scannerSetting.getState());
}
