import type { OfficeSetting } from '../../domain/office/office-protocol.ts';
import type { SettingLevel } from '../../domain/settings/define-setting.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { words } from '../../texts/words/words.ts';

/** For whom settings are shown and changed. */
export interface Place {
  readonly level: SettingLevel;
  /** `company`, or the id of the store or the register. */
  readonly id: string;
  /** The store of a register. */
  readonly storeId?: string;
}

const OWN_WORDS = { company: 'settings.setForCompany', store: 'settings.setForStore', register: 'settings.setForRegister' } as const;
const WIDER_WORDS = { company: 'settings.asCompany', store: 'settings.asStore' } as const;

/** What counts in a place, and whose word it is. */
export function countsIn({ said, standard }: OfficeSetting, place: Place): { readonly value: unknown; readonly by: string } {
  const saidBy = (at: SettingLevel, who: string | undefined) => said.find(({ level, id }) => level === at && id === who);
  const own = saidBy(place.level, place.id);
  if (own !== undefined) return { value: own.value, by: words(OWN_WORDS[place.level]) };
  for (const wider of ['store', 'company'] as const) {
    const found = saidBy(wider, wider === 'store' ? place.storeId : COMPANY);
    if (found !== undefined) return { value: found.value, by: words(WIDER_WORDS[wider]) };
  }
  return { value: standard, by: words('settings.standard') };
}
