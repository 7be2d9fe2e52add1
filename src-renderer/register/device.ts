import type { JournalMirrorPort, OutpostBridge } from '../../domain/device/bridge.ts';
import { openBrowserMirror } from '../journal/mirror/browser-mirror.ts';
import type { DeviceNotes } from './device-notes.ts';
import { browserSecrets, type Secrets } from './secrets.ts';

/** What this machine offers a register beyond the browser. */
export interface Device {
  readonly secrets: Secrets;
  /** The second place of the journal (rule R5); null where there is none. */
  readonly mirror: JournalMirrorPort | null;
  /** The server to enrol with; empty for the one that served the app, null when a person has to say. */
  readonly serverUrl: string | null;
}

/** Kept before anything that matters is, to see whether the key store works. */
const TRIAL = 'trial';

function bridgeSecrets(bridge: OutpostBridge): Secrets {
  return {
    async canKeep() {
      const kept = await bridge.secrets.store(TRIAL, 'a trial');
      return kept.ok || kept.code !== 'no_encryption';
    },
    async load(name) {
      const loaded = await bridge.secrets.load(name);
      if (!loaded.ok) throw new Error(`The secret could not be read: ${loaded.code}.`);
      return loaded.value;
    },
    async store(name, secret) {
      const stored = await bridge.secrets.store(name, secret);
      if (!stored.ok) throw new Error(`The secret could not be kept: ${stored.code}.`);
    },
  };
}

/** The device behind the page: the desktop shell where its bridge is there, else the browser alone. */
export async function openDevice(notes: DeviceNotes): Promise<Device> {
  const bridge = (globalThis as { outpost?: OutpostBridge }).outpost;
  if (bridge === undefined) return { secrets: browserSecrets(notes), mirror: openBrowserMirror(), serverUrl: '' };
  const info = await bridge.app.info();
  return {
    secrets: bridgeSecrets(bridge),
    mirror: bridge.journalMirror,
    serverUrl: info.ok ? info.value.serverUrl : null,
  };
}
