/** Words of the pages on which staff refuse, in German. */
import type { RefuseWords } from './refuse-en.ts';

export const refuseDe: RefuseWords = {
  title: 'Ablehnen',
  lead: 'Wählen Sie, was abgelehnt wird und aus welchen gesetzlichen Gründen. Die Person erfährt es sofort, mit allem, was sie dagegen tun kann; der Rest des Antrags geht weiter.',
  items: 'Was wird abgelehnt?',
  itemsHint: 'Was schon beantwortet ist oder gerade gelöscht wird, steht nicht in der Liste.',
  wholeRight: 'Im Ganzen: Die Person erhält darüber eine eigene Entscheidung.',
  system: (pass, system) => `${pass}: ${system}`,
  oneSystem: 'Nur dieses System: Die Antwort geht ohne es hinaus und sagt, warum.',
  grounds: (law) => `Gründe nach ${law}`,
  groundsHint: (rights) =>
    `Dieses Gesetz gewährt: ${rights}. Eine Ablehnung braucht hier für jedes davon einen Grund; ein Grund eines anderen Gesetzes zählt nicht.`,
  onlyFor: (cite, rights) => `${cite}. Nur für: ${rights}.`,
  forAny: (cite) => `${cite}.`,
  provision: (law) => `Vorschrift nach ${law}`,
  provisionHint:
    'Für dieses Gesetz sind hier keine Ausnahmen verzeichnet. Nennen Sie die Vorschrift so, wie die Person sie lesen soll, zum Beispiel „s. 9(3)(a)“.',
  reason: 'Begründung',
  reasonHint:
    'In der Sprache der Person, neben den Gründen. Nötig, wo ein Grund sich nicht selbst erklärt, und bei jeder in Kalifornien abgelehnten Löschung. Nennen Sie niemand anderen.',
  by: (date, article) => `Die Person muss es bis zum ${date} erfahren (${article}).`,
  lateTitle: 'Diese Ablehnung kommt zu spät',
  late: (date, article) =>
    `Die Person musste es bis zum ${date} erfahren (${article}). Sie können trotzdem ablehnen; dass es zu spät war, wird festgehalten.`,
  notDue: 'Die Frist ruht; für eine Ablehnung läuft kein Datum.',
  mail: 'Die E-Mail',
  subject: (subject) => `Betreff: ${subject}`,
  receipt: 'Die Quittung',
  receiptHint: 'Was unterschrieben wird, Wort für Wort.',
  answer: 'In der Antwort',
  answerHint: 'Die Antwort auf den Rest des Antrags wird sagen:',
  remedies: 'Was die Person tun kann',
  link: 'Links der Person sind hier weggelassen.',
  errors: {
    'nothing-chosen': 'Wählen Sie, was abgelehnt wird',
    'not-open': (item) => `${item} lässt sich nicht mehr ablehnen. Sehen Sie sich die Liste noch einmal an.`,
    'no-ground': (item) => `Wählen Sie einen Grund für: ${item}`,
    'ground-unknown': (item, law) => `${law} kennt diesen Grund nicht für: ${item}`,
    prohibited: (item, article) => `${item} darf aus diesem Grund nicht abgelehnt werden: ${article} kennt keine Ausnahme`,
    'right-remains': (item, law, article) =>
      `${item}: Auch ${law} gewährt dieses Recht (${article}). Eine Ablehnung nach einem anderen Gesetz nimmt es nicht; wählen Sie auch einen Grund nach ${law}`,
    'reason-needed': 'Geben Sie eine Begründung: Einer dieser Gründe erklärt sich nicht selbst',
  },
  row: 'Abgelehnt',
  what: (what, grounds) => `${what}: ${grounds}`,
  wasLate: (date, article) => `Erst nach dem ${date} mitgeteilt, dem letzten Tag (${article}).`,
};
