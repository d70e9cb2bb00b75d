/** How a date came about, in Portuguese. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('pt');

const UNITS = {
  day: { one: 'dia', many: 'de dias', other: 'dias' },
  businessDay: { one: 'dia útil', many: 'de dias úteis', other: 'dias úteis' },
  month: { one: 'mês', many: 'de meses', other: 'meses' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' e mais ');

const weekdayName = (on: string): string => weekday(on).split(',')[0]!;

/** "5 de março de 2026 (quinta-feira)": fits after any preposition, whatever the gender of the weekday. */
const dayOf = (on: string): string => `${date(on)} (${weekdayName(on)})`;

/** "às 14:05". */
function clock(at: string, there: string): string {
  const hours = time(at, there);
  return `${hours.startsWith('01') ? 'à' : 'às'} ${hours}`;
}

const dayOff = (off: DayOff): string =>
  off.reason === 'holiday' ? `${date(off.on)} (${weekdayName(off.on)}, ${off.name})` : dayOf(off.on);
const noWorkingDays = (off: readonly DayOff[]): string =>
  off.length === 1 ? `O dia ${list(off.map(dayOff))} não é dia útil` : `Os dias ${list(off.map(dayOff))} não são dias úteis`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} de fim de semana`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: 'quando tivemos a certeza de que o pedido é seu',
  clarification: 'quando recebemos a sua resposta à nossa pergunta',
  fee: 'quando a taxa foi paga',
};

/** After "à espera". */
const WAITED: Record<Question, string> = {
  identity: 'da confirmação da sua identidade',
  clarification: 'da sua resposta sobre quais são os dados em causa',
  fee: 'do pagamento da taxa',
};

const STARTED = {
  appeal: (on: string) => `O seu recurso chegou-nos em ${on}.`,
  'fee-notice': (on: string) => `A taxa foi comunicada em ${on}.`,
  event: (on: string) => `O prazo começa em ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const pt: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `O seu pedido chegou-nos em ${dayOf(on)} ${clock(at, there)}, ${zone(there)}.`,
    started: ({ by, on }) => STARTED[by](dayOf(on)),
    restarted: ({ about, on, cite }) => `O prazo recomeçou em ${dayOf(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Em ${dayOf(from)} foi comunicada uma taxa. Há tempo para pensar até ${dayOf(to)}; o prazo da resposta começa depois disso (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Em ${dayOf(from)} estivemos à espera ${WAITED[about]}: esse dia não conta (${cite}).`
        : `De ${dayOf(from)} a ${dayOf(to)} estivemos à espera ${WAITED[about]}: esses dias não contam (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `O dia em que o seu pedido nos chegou não conta (${cite}).`
        : `O próprio dia ${dayOf(on)} não conta (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `Contando ${lengths(periods, unit)} a partir daí, chega-se a ${dayOf(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Esse mês não tem dia ${day}; por isso, o prazo termina no último dia do mês, ${dayOf(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) => `Estes dias não são úteis e não foram contados: ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) => `A espera de ${days(excluded)} adia o fim do prazo para ${dayOf(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${noWorkingDays(because)}; por isso, o prazo termina no dia útil seguinte, ${dayOf(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${noWorkingDays(because)}; por isso, a lei talvez permita até ${dayOf(graceOn)} (${cite}); mantemos ${dayOf(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Para ${year} não foram contados feriados, só fins de semana; isso nunca torna a data mais tardia.`
        : `Os feriados de ${year} (${country(calendar)}) não são conhecidos aqui; por isso, só foram contados fins de semana; isso nunca torna a data mais tardia.`,
    'own-target': () => 'A lei não indica um número de dias para isto; é o tempo em que prometemos responder.',
    'to-be-confirmed': ({ cite }) => `A confirmar: ainda temos de verificar isto no texto da lei (${cite}).`,
    guidance: ({ cite }) => `A lei não indica aqui um número; é o tempo que a autoridade espera (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) => `O último dia é ${dayOf(on)}; o prazo termina ${clock(tooLateAt, there)} do dia seguinte.`,
  },
  dates: {
    acknowledge: 'Confirmar que o pedido chegou',
    respond: 'Responder',
    'extension-notice': 'Avisar da prorrogação',
    extended: 'Responder, se houver prorrogação',
    refuse: 'Recusar',
    act: 'Executar',
    stop: 'Deixar de usar os dados',
    appeal: 'Decidir o recurso',
    'appeal-extended': 'Decidir o recurso, se houver prorrogação',
    delete: 'Apagar',
    'access-drop': 'Consultar de novo a plataforma',
    reflection: 'Fim do tempo para pensar na taxa',
    hold: 'Conservar para a investigação até',
    keep: 'Conservar a prova até',
    reconsent: 'Não pedir consentimento antes de',
    'notice-indirect': 'Informar as pessoas cujos dados vieram de outros',
  },
  pausedShort: (daysLeft) => `em pausa, tempo restante: ${days(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Em pausa desde ${date(since)}, tempo restante: ${days(daysLeft)}. Estamos à espera ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `O aviso da prorrogação foi enviado tarde demais; por isso, o prazo não é prorrogado (${cite}).`
      : `A lei (${law}) não prevê prorrogação para isto; por isso, o prazo não é prorrogado (${cite}).`,
  cites: {
    'general rule of the state': 'regra geral do estado',
    'general rule of the country': 'regra geral do país',
    'OAIC guidance': 'orientação da OAIC',
  },
};
