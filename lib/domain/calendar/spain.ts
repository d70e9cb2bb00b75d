/**
 * Public holidays of Spain: Estatuto de los Trabajadores, art. 37.2, and Real Decreto 2001/1983, art. 45. The official gazette
 * lists them anew each autumn. What a community gives in place of a holiday on a Sunday, and days it keeps in some years only,
 * are left out.
 */
import { afterEaster, during, except, fixed, type HolidayRule, type RulesByPlace } from './holiday-rules.ts';

const EVERYWHERE: HolidayRule[] = [
  fixed('Año Nuevo', 1, 1),
  // A community may swap it; none has in the years claimed.
  fixed('Epifanía del Señor', 1, 6),
  afterEaster('Viernes Santo', -2),
  fixed('Fiesta del Trabajo', 5, 1),
  fixed('Asunción de la Virgen', 8, 15),
  fixed('Fiesta Nacional de España', 10, 12),
  fixed('Todos los Santos', 11, 1),
  fixed('Día de la Constitución Española', 12, 6),
  fixed('Inmaculada Concepción', 12, 8),
  fixed('Natividad del Señor', 12, 25),
];

/** Days that a community chooses anew for each year and has kept year after year: not claimed for years whose list is far off. */
const chosen = (rule: HolidayRule): HolidayRule => during(rule, { until: 2027 });

const MAUNDY_THURSDAY = chosen(afterEaster('Jueves Santo', -3));
const EASTER_MONDAY = chosen(afterEaster('Lunes de Pascua', 1));

/** The day of the community by its own act, with what it has always chosen. */
const COMMUNITIES: Record<string, HolidayRule[]> = {
  AN: [fixed('Día de Andalucía', 2, 28), MAUNDY_THURSDAY],
  AR: [fixed('San Jorge, Día de Aragón', 4, 23), MAUNDY_THURSDAY],
  AS: [fixed('Día de Asturias', 9, 8), MAUNDY_THURSDAY],
  CB: [fixed('Día de las Instituciones de Cantabria', 7, 28), chosen(fixed('La Bien Aparecida', 9, 15))],
  CL: [fixed('Día de Castilla y León', 4, 23), MAUNDY_THURSDAY],
  // In 2019 it chose Easter Monday instead.
  CM: [except(fixed('Día de Castilla-La Mancha', 5, 31), 2019), MAUNDY_THURSDAY],
  CN: [fixed('Día de Canarias', 5, 30), MAUNDY_THURSDAY],
  CT: [EASTER_MONDAY, chosen(fixed('Sant Joan', 6, 24)), fixed('Diada Nacional de Catalunya', 9, 11), chosen(fixed('Sant Esteve', 12, 26))],
  EX: [fixed('Día de Extremadura', 9, 8), MAUNDY_THURSDAY],
  GA: [fixed('Día das Letras Galegas', 5, 17), fixed('Día Nacional de Galicia', 7, 25)],
  IB: [fixed('Dia de les Illes Balears', 3, 1), MAUNDY_THURSDAY, EASTER_MONDAY],
  MC: [fixed('Día de la Región de Murcia', 6, 9), MAUNDY_THURSDAY],
  MD: [fixed('Fiesta de la Comunidad de Madrid', 5, 2), MAUNDY_THURSDAY],
  NC: [MAUNDY_THURSDAY, EASTER_MONDAY],
  PV: [MAUNDY_THURSDAY, EASTER_MONDAY],
  RI: [fixed('Día de La Rioja', 6, 9)],
  VC: [chosen(fixed('San José', 3, 19)), EASTER_MONDAY, fixed('Dia de la Comunitat Valenciana', 10, 9)],
};

/** `ES` holds what all communities share; Ceuta and Melilla have no more here. */
export const SPAIN: RulesByPlace = {
  ES: EVERYWHERE,
  ...Object.fromEntries(Object.entries(COMMUNITIES).map(([code, rules]) => [`ES-${code}`, [...EVERYWHERE, ...rules]])),
};
