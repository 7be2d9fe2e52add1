import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';

/** Whether every office user needs a second factor. Who has none yet can only set it up. */
export const secondFactor = defineSetting({
  key: 'office.second_factor',
  levels: ['company'],
  schema: z.enum(['optional', 'required']),
  standard: 'optional',
});
