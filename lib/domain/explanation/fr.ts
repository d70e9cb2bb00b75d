/** How a date came about, in French. */
import type { DayOff } from '../calendar/working-days.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Period, Question } from '../law/law.ts';
import { spellingOf } from '../spelling.ts';
import { citeBoth, type ExplanationWords } from './explanation-words.ts';

const { weekday, time, zone, date, count, list, country } = spellingOf('fr');

/** "Jour ouvrable" as in the regulation on periods: neither Saturday nor Sunday nor a public holiday. */
const UNITS = {
  day: { one: 'jour', other: 'jours' },
  businessDay: { one: 'jour ouvrable', other: 'jours ouvrables' },
  month: { one: 'mois', other: 'mois' },
};

const days = (amount: number): string => count(amount, UNITS.day);
const lengths = (periods: readonly Period[], unit: Period['unit']): string =>
  periods
    .filter((period) => period.unit === unit)
    .map(({ amount }) => count(amount, UNITS[unit]))
    .join(' et encore ');

const dayOff = (off: DayOff): string => `le ${weekday(off.on)}${off.reason === 'holiday' ? ` (${off.name})` : ''}`;
const sinceNoWorkingDays = (off: readonly DayOff[]): string =>
  `Comme ${list(off.map(dayOff))} ${off.length === 1 ? "n'est pas un jour ouvrable" : 'ne sont pas des jours ouvrables'}`;

/** Holidays one by one, weekends as a number: ten business days pass over many. */
function skipped(off: readonly DayOff[]): string {
  const weekends = off.filter(({ reason }) => reason !== 'holiday').length;
  return list([
    ...off.filter(({ reason }) => reason === 'holiday').map(dayOff),
    ...(weekends > 0 ? [`${days(weekends)} de week-end`] : []),
  ]);
}

const RESTARTED: Record<Question, string> = {
  identity: "quand nous avons su avec certitude qu'il s'agissait bien de vous",
  clarification: 'quand nous avons eu votre réponse à notre question',
  fee: 'quand les frais ont été payés',
};

const WAITED: Record<Question, string> = {
  identity: 'que vous confirmiez qui vous êtes',
  clarification: "que vous nous disiez de quelles données il s'agit",
  fee: 'le paiement des frais',
};

const STARTED = {
  appeal: (on: string) => `Votre recours nous est parvenu le ${on}.`,
  'fee-notice': (on: string) => `Nous vous avons annoncé les frais le ${on}.`,
  event: (on: string) => `Le délai commence le ${on}.`,
};

const isReceipt = (on: string, { steps: [first] }: Deadline): boolean => first?.code === 'received' && first.on === on;

export const fr: ExplanationWords = {
  steps: {
    received: ({ at, zone: there, on }) => `Votre demande nous est parvenue le ${weekday(on)} à ${time(at, there)} (${zone(there)}).`,
    started: ({ by, on }) => STARTED[by](weekday(on)),
    restarted: ({ about, on, cite }) => `Le délai a recommencé le ${weekday(on)}, ${RESTARTED[about]} (${cite}).`,
    reflection: ({ from, to, cite }) =>
      `Nous vous avons annoncé des frais le ${weekday(from)}. Vous avez jusqu'au ${weekday(to)} pour y réfléchir ; le délai de réponse commence après (${cite}).`,
    'not-counted': ({ about, from, to, cite }) =>
      from === to
        ? `Le ${weekday(from)}, nous attendions ${WAITED[about]} : ce jour ne compte pas (${cite}).`
        : `Du ${weekday(from)} au ${weekday(to)}, nous attendions ${WAITED[about]} : ces jours ne comptent pas (${cite}).`,
    'first-day-excluded': ({ on, cite }, deadline) =>
      isReceipt(on, deadline)
        ? `Le jour où votre demande nous est parvenue ne compte pas (${cite}).`
        : `Ce jour lui-même, le ${weekday(on)}, ne compte pas (${cite}).`,
    'period-added': ({ unit, to, cite }, { periods, basis }) =>
      `En comptant ${lengths(periods, unit)} à partir de là, on arrive au ${weekday(to)} (${citeBoth(basis, cite)}).`,
    'month-too-short': ({ day, on, cite }) =>
      `Ce mois-là n'a pas de jour ${day}, le délai expire donc à son dernier jour, le ${weekday(on)} (${cite}).`,
    'days-skipped': ({ days: off, cite }) =>
      `Ces jours ne sont pas des jours ouvrables et n'ont pas été comptés : ${skipped(off)} (${cite}).`,
    'days-excluded': ({ days: excluded, to, cite }) =>
      `L'attente de ${days(excluded)} repousse la fin du délai au ${weekday(to)} (${cite}).`,
    'moved-to-working-day': ({ to, because, cite }) =>
      `${sinceNoWorkingDays(because)}, le délai expire le jour ouvrable suivant, le ${weekday(to)} (${cite}).`,
    'not-moved': ({ on, graceOn, because, cite }) =>
      `${sinceNoWorkingDays(because)}, la loi permettrait peut-être d'aller jusqu'au ${weekday(graceOn)} (${cite}) ; nous nous en tenons au ${weekday(on)}.`,
    'holidays-unknown': ({ calendar, year }) =>
      calendar === 'none'
        ? `Aucun jour férié n'a été compté pour ${year}, seulement les week-ends ; cela ne rend jamais la date plus tardive.`
        : `Les jours fériés de ${year} (${country(calendar)}) ne sont pas connus ici, seuls les week-ends ont donc été comptés ; cela ne rend jamais la date plus tardive.`,
    'own-target': () => "La loi ne fixe pas de nombre de jours pour cela ; c'est le délai dans lequel nous promettons de répondre.",
    'to-be-confirmed': ({ cite }) => `À confirmer : nous devons encore vérifier ce point dans le texte de la loi (${cite}).`,
    guidance: ({ cite }) => `La loi n'indique pas de nombre ici ; c'est le délai que l'autorité de contrôle attend (${cite}).`,
    ends: ({ on, tooLateAt, zone: there }) =>
      `Le dernier jour est le ${weekday(on)} ; le délai est écoulé le lendemain à ${time(tooLateAt, there)}.`,
  },
  dates: {
    acknowledge: 'Accuser réception',
    respond: 'Répondre',
    'extension-notice': 'Annoncer une prolongation',
    extended: 'Répondre, en cas de prolongation',
    refuse: 'Refuser',
    act: 'Exécuter',
    stop: "Cesser d'utiliser les données",
    appeal: 'Statuer sur le recours',
    'appeal-extended': 'Statuer sur le recours, en cas de prolongation',
    delete: 'Effacer',
    'access-drop': 'Consulter à nouveau la plateforme',
    reflection: 'Fin du temps de réflexion sur les frais',
    hold: "Conserver pour l'enquête jusqu'au",
    keep: "Conserver la trace jusqu'au",
    reconsent: 'Ne pas demander de consentement avant le',
    'notice-indirect': "Informer les personnes dont les données viennent d'autres sources",
  },
  pausedShort: (daysLeft) => `délai suspendu, il reste ${days(daysLeft)}`,
  paused: ({ about, since, daysLeft, cite }) =>
    `Délai suspendu depuis le ${date(since)}, il reste ${days(daysLeft)} : nous attendons ${WAITED[about]} (${cite}).`,
  refusedExtension: ({ reason, cite }, law) =>
    reason === 'too-late'
      ? `La prolongation a été annoncée trop tard, le délai n'est donc pas prolongé (${cite}).`
      : `${law} ne prévoit pas de prolongation pour cela, le délai n'est donc pas prolongé (${cite}).`,
  cites: {
    'general rule of the state': "règle générale de l'État",
    'general rule of the country': 'règle générale du pays',
    'OAIC guidance': "lignes directrices de l'OAIC",
  },
};
