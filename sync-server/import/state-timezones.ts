/** US states and territories by the time zone in which most of their people live. */
const STATES: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
  'America/Puerto_Rico': 'PR VI',
  'Pacific/Guam': 'GU MP',
};

const ZONE_OF = new Map(Object.entries(STATES).flatMap(([zone, states]) => states.split(' ').map((state) => [state, zone] as const)));

/** The IANA time zone of most people in a US state; UTC for what is none. A store elsewhere in it names its own. */
export function timezoneOfState(state: string): string {
  return ZONE_OF.get(state) ?? 'UTC';
}
