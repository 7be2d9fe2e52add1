import { text } from '../base/text.ts';
import { knownZone } from '../base/zoned-date.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** The zone in which the company's daily work is timed, by its IANA name. Empty: that of most of its stores. */
export const timeZone = defineSetting({
  key: 'company.time_zone',
  levels: ['company'],
  schema: text
    .max(64)
    .refine((name) => name === '' || knownZone(name) === name, 'It is no time zone that is known here, Europe/Berlin say.'),
  standard: '',
});
