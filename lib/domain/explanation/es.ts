/** How a date came about, in Spanish. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday: withComma, time, zone, date, count, list, country } = spellingOf('es');

/** Without its comma, since it stands inside sentences: "el jueves 5 de marzo de 2026". */
const weekday = (on: string): string => withComma(on).replace(',', '');

const UNITS = {
  day: { one: 'día', other: 'días' },
  businessDay: { one: 'día hábil', other: 'días hábiles' },
  month: { one: 'mes', other: 'meses' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const left = (amount: number): string => `${amount === 1 ? 'queda' : 'quedan'} ${days(amount)}`;
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' y otros ');

const dayOff = (off: DayOff): string => `el ${weekday(off.on)}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const sinceNoWorkingDays = (off: readonly DayOff[]): string =>
  `Como ${list(off.map(dayOff))} ${off.length === 1 ? 'no es día hábil' : 'no son días hábiles'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} de fin de semana`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'cuando supimos con certeza que era usted',
  clarification: 'cuando tuvimos su respuesta a nuestra pregunta',
  fee: 'cuando se pagó el canon',
};

const WAITED: Record<Question, string> = {
  identity: 'su confirmación de quién es usted',
  clarification: 'su respuesta sobre a qué datos se refiere',
  fee: 'el pago del canon',
};

const STARTED = {
  appeal: (on: string) => `Su recurso nos llegó el ${on}.`,
  'fee-notice': (on: string) => `Le informamos del canon el ${on}.`,
  event: (on: string) => `El plazo empieza el ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const es: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Su solicitud nos llegó el ${weekday(on)} a las ${time(at, there)} (${zone(there)}).`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `El plazo empezó de nuevo el ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Le informamos de un canon el ${weekday(from)}. Hay tiempo para pensarlo hasta el ${weekday(to)}; el plazo de la respuesta empieza después (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `El ${weekday(from)} esperábamos ${WAITED[about]}: ese día no cuenta (${cite}).`
        : `Del ${weekday(from)} al ${weekday(to)} esperábamos ${WAITED[about]}: estos días no cuentan (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `El día en que nos llegó su solicitud no cuenta (${cite}).`
        : `Ese mismo día, el ${weekday(on)}, no cuenta (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Contando ${lengths(periods, unit)} desde ahí se llega al ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Ese mes no tiene día ${day}, así que el plazo termina en su último día, el ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Estos días no son hábiles y no se han contado: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) =>
      `La espera de ${days(excluded)} aplaza el final del plazo al ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${sinceNoWorkingDays(because)}, el plazo termina el siguiente día hábil, el ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${sinceNoWorkingDays(because)}, la ley quizá permitiría llegar hasta el ${weekday(graceOn)} (${cite}); nosotros nos atenemos al ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `No se ha contado ningún día festivo de ${year}, solo los fines de semana; eso nunca retrasa la fecha.`
        : `Aquí no se conocen los días festivos de ${year} (${country(calendar)}), así que solo se han contado los fines de semana; eso nunca retrasa la fecha.`,
    'own-target': () => 'La ley no fija un número de días para esto; es el plazo en el que prometemos responder.',
    'to-be-confirmed': ({ cite }) => `Por confirmar: todavía tenemos que comprobar esto en el texto de la ley (${cite}).`,
    guidance: ({ cite }) => `La ley no indica aquí ningún número; este es el plazo que espera la autoridad de control (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `El último día es el ${weekday(on)}; el plazo ha vencido a las ${time(tooLateAt, there)} del día siguiente.`,
  },
  dates: {
    acknowledge: 'Acusar recibo',
    respond: 'Responder',
    'extension-notice': 'Comunicar una prórroga',
    extended: 'Responder, si hay prórroga',
    refuse: 'Denegar',
    act: 'Ejecutar',
    stop: 'Dejar de usar los datos',
    appeal: 'Decidir el recurso',
    'appeal-extended': 'Decidir el recurso, si hay prórroga',
    delete: 'Suprimir',
    'access-drop': 'Consultar de nuevo la plataforma',
    reflection: 'Fin del tiempo para pensar sobre el canon',
    hold: 'Conservar para la investigación hasta el',
    keep: 'Conservar la constancia hasta el',
    reconsent: 'No pedir el consentimiento antes del',
    'notice-indirect': 'Informar a las personas cuyos datos vinieron de otros',
  },
  pausedShort: (daysLeft) => `plazo suspendido, ${left(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Plazo suspendido desde el ${date(since)}, ${left(daysLeft)}: esperamos ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `La prórroga se comunicó demasiado tarde, así que el plazo no se prorroga (${cite}).`
      : `${law} no prevé ninguna prórroga para esto, así que el plazo no se prorroga (${cite}).`,
  cites: {
    'general rule of the state': 'norma general del estado',
    'general rule of the country': 'norma general del país',
    'OAIC guidance': 'directrices de la OAIC',
  },
};
