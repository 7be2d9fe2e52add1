/** ISO 3166-1 alpha-2, with Kosovo's XK, which posts and carriers use though ISO leaves it to its users. */
const CODES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL
  CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU
  GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC
  MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT
  PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA
  UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`;

/** Where no post delivers without a postal code (Google's address data, November 2026). Elsewhere there is none, or people leave it out. */
const NEEDS_POSTAL_CODE = `
  AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN IO IT JE JP KR LI LT LU LV MF MH MP MQ MX MY NC
  NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SJ SK SM TC TR TW UA US VI WF YT ZA
`;

/** Where an address may name no city: a city that is a country, or a country whose regions or postal codes say it (the same data). */
const NEEDS_NO_CITY = 'AE AG GI HK ID JP KY MO NR SG SM VG';

const setOf = (codes: string): ReadonlySet<string> => new Set(codes.trim().split(/\s+/));
const COUNTRIES = setOf(CODES);
const WITH_POSTAL_CODE = setOf(NEEDS_POSTAL_CODE);
const WITHOUT_CITY = setOf(NEEDS_NO_CITY);

/** Whether ISO 3166 has this country, as two capital letters. */
export function isKnownCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/** Whether an address in this country is of no use without a postal code. */
export function needsPostalCode(country: string): boolean {
  return WITH_POSTAL_CODE.has(country);
}

/** Whether an address in this country is of no use without a city. */
export function needsCity(country: string): boolean {
  return !WITHOUT_CITY.has(country);
}
