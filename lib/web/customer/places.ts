/** Places where people live, as ISO 3166 codes: every country, and the states of the USA, whose laws differ. */

// ISO 3166-1 alpha-2, all that are assigned.
const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

const STATES: Record<string, string> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
};

const KNOWN_COUNTRIES = new Set(COUNTRIES);

interface Place {
  value: string;
  label: string;
}

/** Reads a code in any case: a country, a US state, or another country's subdivision by its form. */
export function readPlace(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  const [country = '', subdivision] = code.split('-', 2);
  if (!KNOWN_COUNTRIES.has(country) || !/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return undefined;
  return country === 'US' && subdivision !== undefined && !(subdivision in STATES) ? undefined : code;
}

/** What people call the place. */
export function placeName(lang: string, code: string): string {
  const [country = '', subdivision] = code.split('-', 2);
  const name = new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country;
  if (subdivision === undefined) return name;
  return `${country === 'US' ? STATES[subdivision] : code}, ${name}`;
}

/** All countries, sorted as the language sorts. */
export function countryChoices(lang: string): Place[] {
  const names = new Intl.DisplayNames([lang], { type: 'region' });
  const order = new Intl.Collator(lang);
  return COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code })).toSorted((a, b) => order.compare(a.label, b.label));
}

/** The states of the USA by name. */
export function stateChoices(): Place[] {
  return Object.entries(STATES).map(([code, label]) => ({ value: `US-${code}`, label }));
}
