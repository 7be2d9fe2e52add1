import type { JournalMirrorPort, OutpostBridge } from '../../domain/device/bridge.ts';
import { openBrowserMirror } from '../journal/mirror/browser-mirror.ts';
import { bridgeDevices } from '../devices/bridge-devices.ts';
import type { Devices } from '../devices/devices.ts';
import { socketDevices } from '../devices/socket-devices.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { keyDatabase } from '../storage/key-database.ts';
import { browserKeys, keyStoreKeys, type RegisterKeys } from './register-key.ts';
import { browserSecrets, deviceKey, type Secrets } from './secrets.ts';

/** What this machine offers a register beyond the browser. */
export interface Device {
  readonly secrets: Secrets;
  /** Where the key pairs are by which its registers sign. */
  readonly keys: RegisterKeys;
  /** The key that PINs are sealed with on this device, which no script can read. */
  pinKey(): Promise<CryptoKey>;
  /** The second place of the journal (rule R5); null where there is none. */
  readonly mirror: JournalMirrorPort | null;
  /** The machines on the counter. Connects to their host. */
  openDevices(onError: (error: unknown) => void): Devices;
  /** The server to enrol with; empty for the one that served the app, null when a person has to say. */
  readonly serverUrl: string | null;
}

const PIN_KEY = 'pin-key';
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

/** A key that the operating system's key store keeps: whoever copies the page's databases does not have it. */
async function keyInKeyStore({ secrets }: OutpostBridge): Promise<CryptoKey> {
  const kept = await secrets.load(PIN_KEY);
  let text = kept.ok ? kept.value : null;
  if (text === null) {
    text = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
    const stored = await secrets.store(PIN_KEY, text);
    // Without a key store there is the browser's.
    if (!stored.ok) return deviceKey();
  }
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The device behind the page: the desktop shell where its bridge is there, else the browser alone. */
export async function openDevice(notes: DeviceNotes): Promise<Device> {
  const bridge = (globalThis as { outpost?: OutpostBridge }).outpost;
  if (bridge === undefined) {
    const secrets = browserSecrets(notes);
    return {
      secrets,
      keys: browserKeys(keyDatabase),
      mirror: openBrowserMirror(),
      openDevices: (onError) => socketDevices({ secrets, open: (address) => new WebSocket(address), onError, random: () => Math.random() }),
      serverUrl: '',
      pinKey: deviceKey,
    };
  }
  const info = await bridge.app.info();
  const secrets = bridgeSecrets(bridge);
  return {
    secrets,
    keys: keyStoreKeys(secrets),
    mirror: bridge.journalMirror,
    openDevices: () => bridgeDevices(bridge),
    serverUrl: info.ok ? info.value.serverUrl : null,
    pinKey: () => keyInKeyStore(bridge),
  };
}
