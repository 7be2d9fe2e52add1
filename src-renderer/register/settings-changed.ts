import { SETTING_LEVELS } from '../../domain/settings/define-setting.ts';
import { SETTINGS_DOCUMENT_OF } from '../../domain/settings/documents.ts';
import type { StoreView } from '../kit/register-services.ts';

/** Whether some setting may have another value than in the view of before. */
export function settingsChanged(view: StoreView, before: StoreView): boolean {
  return SETTING_LEVELS.some((level) => {
    const { kind } = SETTINGS_DOCUMENT_OF[level];
    return view.documents.get(kind) !== before.documents.get(kind);
  });
}
