import type { StorageTrouble } from '../storage/storage-error.ts';
import type { NoticeTone } from './Notice.tsx';
import type { SyncState } from './register-services.ts';

export interface DeviceSentence {
  readonly tone: NoticeTone;
  readonly text: string;
  /** Whether a person who has read it may put it away. */
  readonly dismissible: boolean;
}

/** What is wrong with this device's records, or was, and what to do; null when all is well. The gravest comes first. */
export function deviceSentence({ journal, disk, renewing }: Pick<SyncState, 'journal' | 'disk' | 'renewing'>): DeviceSentence | null {
  if (journal === 'lost') {
    return {
      tone: 'bad',
      dismissible: false,
      text:
        'This register has lost records that cannot be brought back, so nothing can be recorded on it. Use another register, ' +
        'and tell support. On the Sync screen you can save a copy for them and then set this device up as a new register.',
    };
  }
  if (journal === 'needs_server') {
    return {
      tone: 'bad',
      dismissible: false,
      text:
        'This register has lost part of its records. You can look things up, but not record anything yet. Connect it to the ' +
        'network: it fetches what is missing from the server by itself. Use another register until then.',
    };
  }
  if (disk === 'full') {
    return {
      tone: 'warn',
      dismissible: false,
      text:
        'This device is full, so it cannot save news from the server: prices, stock and orders may be out of date. You can ' +
        'keep working as long as sales can be completed. Free some space, for example by deleting downloads or emptying the ' +
        'bin; then it goes on by itself.',
    };
  }
  if (disk === 'failing') {
    return {
      tone: 'warn',
      dismissible: false,
      text:
        'This device cannot save news from the server: prices, stock and orders may be out of date. You can keep working as ' +
        'long as sales can be completed. When there is nobody at the counter, close the app and open it again; if this comes ' +
        'back, call support.',
    };
  }
  if (renewing) {
    return {
      tone: 'info',
      dismissible: false,
      text:
        'The copy of catalog, stock and orders on this device was damaged and is being fetched again; that needs the network. ' +
        'Nothing that was done here is lost; what you see may not be everything yet.',
    };
  }
  if (journal === 'mended_with_losses') {
    return {
      tone: 'warn',
      dismissible: true,
      text:
        'The records of this register were damaged and have been repaired, but not all of them could be brought back. You can ' +
        'keep working. Tell support, and save a copy for them on the Sync screen.',
    };
  }
  if (journal === 'mended') {
    return {
      tone: 'good',
      dismissible: true,
      text:
        'The records of this register were damaged and have been repaired from their copies. Nothing is missing; you can keep ' +
        'working. If this comes back, tell support: the disk may be failing.',
    };
  }
  return null;
}

/** Why the records did not open at all, and what to do. */
export function brokenSentence(trouble: StorageTrouble): string {
  return trouble === 'full'
    ? 'This device is full, so the register cannot start. Nothing has been deleted. Free some space, for example by deleting ' +
        'downloads or emptying the bin, and try again.'
    : 'The records on this device could not be opened. Nothing has been deleted. Close other windows of the app, restart the ' +
        'device, and try again. If it stays like this, use another register, save a copy for support, and call them.';
}
