import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId } from '../base/envelope.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { text } from '../base/text.ts';
import type { SettingLevel } from './define-setting.ts';

/** The id of the only document of the company's settings. */
export const COMPANY = 'company';

/** What one level says, by the key of the setting. What it says nothing about is left out. */
export const settingValues = z.strictObject({
  /** `company`, or the id of the store or the register. */
  id: entityId,
  values: z.record(text.min(1).max(80), z.unknown()),
});

export type SettingValues = z.infer<typeof settingValues>;

const common = {
  schema: settingValues,
  since: 2,
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }: SettingValues) => id,
} as const;

export const companySettingsDocument = defineDocument({ ...common, kind: 'company_settings', scope: 'all' });

export const storeSettingsDocument = defineDocument({ ...common, kind: 'store_settings', scope: 'store', storeOf: ({ id }) => id });

export const registerSettingsDocument = defineDocument({
  ...common,
  kind: 'register_settings',
  scope: 'register',
  registerOf: ({ id }) => id,
});

/** The document that holds what a level says. */
export const SETTINGS_DOCUMENT_OF = {
  company: companySettingsDocument,
  store: storeSettingsDocument,
  register: registerSettingsDocument,
} as const satisfies Record<SettingLevel, unknown>;
