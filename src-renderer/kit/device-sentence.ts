import type { StorageTrouble } from '../storage/storage-error.ts';
import type { NoticeTone } from './Notice.tsx';
import type { SyncState } from './register-services.ts';
import { words } from '../../texts/words/words.ts';

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
      text: words('kit.lost'),
    };
  }
  if (journal === 'needs_server') {
    return {
      tone: 'bad',
      dismissible: false,
      text: words('kit.needsServer'),
    };
  }
  if (disk === 'full') {
    return {
      tone: 'warn',
      dismissible: false,
      text: words('kit.diskFull'),
    };
  }
  if (disk === 'failing') {
    return {
      tone: 'warn',
      dismissible: false,
      text: words('kit.diskFailing'),
    };
  }
  if (renewing) {
    return {
      tone: 'info',
      dismissible: false,
      text: words('kit.renewing'),
    };
  }
  if (journal === 'mended_with_losses') {
    return {
      tone: 'warn',
      dismissible: true,
      text: words('kit.mendedWithLosses'),
    };
  }
  if (journal === 'mended') {
    return {
      tone: 'good',
      dismissible: true,
      text: words('kit.mended'),
    };
  }
  return null;
}

/** Why the records did not open at all, and what to do. */
export function brokenSentence(trouble: StorageTrouble): string {
  return trouble === 'full' ? words('kit.cannotStartFull') : words('kit.cannotStartBroken');
}
