/** Sentences of receipts in French. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('fr');

/** With their articles: "vous nous avez demandé ...". */
const ASKED: Record<Right, string> = {
  access: "l'accès aux données que nous détenons sur vous",
  portability: "vos données sous une forme que d'autres programmes peuvent lire",
  erasure: "l'effacement de vos données",
  rectification: 'la rectification de vos données',
  restriction: 'la limitation du traitement de vos données',
  objection: "la fin de l'utilisation de vos données à la suite de votre opposition",
  'opt-out': 'la fin de la vente et du partage de vos données',
  'opt-out-of-sale': 'la fin de la vente et du partage de vos données',
  'opt-out-of-targeted-ads': 'la fin de la publicité ciblée',
  'opt-out-of-profiling': 'la fin du profilage',
  limit: "une limite à l'utilisation de vos données sensibles",
  'withdraw-consent': 'le retrait de votre consentement',
  appeal: 'le réexamen de notre décision',
  complaint: "l'examen de votre réclamation",
};

/** "Jour ouvrable" as in the regulation on periods: neither Saturday nor Sunday nor a public holiday. */
const UNITS = {
  day: { one: 'jour', other: 'jours' },
  businessDay: { one: 'jour ouvrable', other: 'jours ouvrables' },
  month: { one: 'mois', other: 'mois' },
};

const records = (number: number): string => count(number, { one: 'enregistrement', other: 'enregistrements', many: "d'enregistrements" });
const systems = (number: number): string => count(number, { one: 'système', other: 'systèmes' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (réponse attendue au plus tard le ${date(expectedOn)})`;

export const fr: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} à compter de la réception`,
  received: ({ rights, receivedOn, dueOn }) =>
    `Le ${date(receivedOn)}, nous avons reçu votre demande : ${asked(rights)}. Nous répondrons au plus tard le ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) =>
    `Il nous faut plus de temps. Nouvelle date : ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Nous avons rassemblé ${records(facts.records)} vous concernant, dans ${systems(facts.systems)}. Vous pouvez télécharger votre copie jusqu'au ${date(facts.until)}.`,
  nothingFound: (facts) =>
    `Nous avons cherché dans ${systems(facts.systems)} et n'avons trouvé aucune donnée vous concernant.${facts.until === undefined ? '' : ` Vous pouvez télécharger cette réponse jusqu'au ${date(facts.until)}.`}`,
  done: (rights) => `Nous avons fait ce que vous avez demandé : ${asked(rights)}.`,
  interim: (missing) =>
    `Ceci est la première partie de notre réponse. Il manque encore : ${list(missing.map(expected))}. Vous recevrez le reste dès que nous l'aurons.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) =>
        asSentence(`Nous n'avons pas pu terminer le traitement dans ${label}${reason === undefined ? '' : ` : ${reason}`}`),
      )
      .join(' '),
  deleted: (facts) => `Nous avons effacé ${records(facts.records)} dans ${systems(facts.systems)}.`,
  anonymised: (number) => `Nous avons anonymisé ${records(number)}, de sorte que plus personne ne peut savoir de qui il s'agissait.`,
  retained: (facts) => `Nous conservons ${records(facts.records)} jusqu'au ${date(facts.until)} : ${asSentence(facts.why)}`,
  emptied: 'Ils ne disent plus qui vous êtes ; ils restent parce que des enregistrements dont la loi impose la conservation y renvoient.',
  backups: (on) => `Les copies de sauvegarde sont écrasées au plus tard le ${date(on)}.`,
  recordKept: (years) => `Nous conservons une trace de cette demande pendant ${count(years, { one: 'an', other: 'ans' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `Pour ${list(held.map((name) => `« ${name} »`))}, nous agissons uniquement pour le compte d'un autre responsable, ${to}. Nous lui avons transmis votre demande (${contact}) le ${date(on)} ; c'est lui qui doit vous répondre.`,
  silence:
    "Nous n'avons pas pu nous assurer que la demande venait bien de vous : nous vous avons écrit pour demander une confirmation, et nous n'en avons reçu aucune.",
  notGranted: ({ right, laws, instead }) =>
    `Vous nous avez demandé ${ASKED[right]}. La loi qui s'applique à vous (${list(laws)}) ne prévoit pas ce droit.${instead.length === 0 ? '' : ` Vous pouvez toujours nous demander ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? "Nous n'avons pas fait ce que vous avez demandé." : "Nous n'avons pas fait une partie de ce que vous avez demandé."} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `Le ${date(receivedOn)}, nous avons reçu votre recours contre notre réponse à votre demande ${of}. Une personne qui n'a pas pris cette décision la réexamine, et nous vous communiquerons le résultat et les motifs au plus tard le ${date(dueOn)}.`,
    granted: ({ of, rights, dueOn }) =>
      `Nous avons réexaminé notre réponse à votre demande ${of} et nous la modifions. Vous nous avez demandé ${asked(rights)} : nous le ferons au plus tard le ${date(dueOn)}, et vous en recevrez une attestation.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Nous avons réexaminé notre réponse à votre demande ${of} et nous ne la modifions pas. Vous nous avez demandé ${asked(rights)} : nous ne le ferons pas.`
        : `Vous nous avez aussi demandé ${asked(rights)} : sur ce point, nous ne modifions pas notre décision.`,
    reasons: (reason) => `Nos motifs : ${asSentence(reason)}`,
    decider: "Cette décision a été prise par une personne qui n'avait pas pris la première.",
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`introduire une réclamation auprès de l'autorité de contrôle (${authority})`]),
      ...(court ? ['saisir un tribunal'] : []),
      `nous écrire à ${reply}`,
    ];
    return `Si vous n'êtes pas d'accord, vous pouvez ${either(ways)}.`;
  },
  nonRetaliation: "Nous n'avons pas le droit de vous traiter moins bien parce que vous avez fait une demande.",
};
