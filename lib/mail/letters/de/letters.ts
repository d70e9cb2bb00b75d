/** Letters in German. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesDe } from './remedies.ts';

const { date: day, list: listed } = spellingOf('de');

/** In the accusative: "... haben Sie ... verlangt". */
const WISH: Record<Right, string> = {
  access: 'eine Kopie Ihrer Daten',
  portability: 'Ihre Daten in einer Form, die Sie mitnehmen können',
  erasure: 'die Löschung Ihrer Daten',
  rectification: 'die Berichtigung Ihrer Daten',
  restriction: 'die Einschränkung der Verarbeitung Ihrer Daten',
  objection: 'das Ende einer Verarbeitung Ihrer Daten',
  'opt-out': 'eine Abmeldung (Opt-out)',
  'opt-out-of-sale': 'das Ende von Verkauf und Weitergabe Ihrer Daten',
  'opt-out-of-targeted-ads': 'die Abmeldung von gezielter Werbung',
  'opt-out-of-profiling': 'die Abmeldung vom Profiling',
  limit: 'die Beschränkung der Nutzung Ihrer sensiblen Daten',
  'withdraw-consent': 'den Widerruf Ihrer Einwilligung',
  appeal: 'eine erneute Prüfung unserer Entscheidung',
  complaint: 'die Prüfung Ihrer Beschwerde',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Antworten auf diese E-Mail liest ein Mensch.',
  paper: 'Unsere Anschrift steht oben auf diesem Brief.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Stand Ihres Antrags ansehen', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `Ihr Zeichen ist ${reference}. Bitte nennen Sie es, wenn Sie uns zu diesem Antrag schreiben. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'Die angehängte Datei receipt.jws ist eine signierte Quittung. Bitte heben Sie sie auf: Damit können Sie jederzeit und ohne unsere Hilfe belegen, was wir Ihnen hier mitgeteilt haben.',
  'Eine gedruckte Quittung liegt bei. Bitte heben Sie sie auf: Die signierte Quittung selbst lässt sich auf der Seite öffnen und prüfen, zu der ihr Code führt.',
);

export const de: Letters = {
  day,

  closing,

  remedies: remedyLinesDe,

  acknowledgement: (facts) => ({
    subject: `Ihr Antrag ${facts.reference} ist eingegangen: Antwort bis ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Am ${day(facts.receivedOn)} ging bei uns ein Antrag ein. Er verlangt: ${wishes(facts.rights)}. ${facts.company} antwortet spätestens am ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'Als Nächstes prüfen wir, ob dieses Postfach Ihnen gehört: Sie erhalten eine zweite E-Mail mit einem Link und einem Code. Bitte benutzen Sie eines von beiden.',
              'Als Nächstes prüfen wir, ob der Antrag von Ihnen ist: Sie erhalten einen zweiten Brief mit einer Internetadresse und einem Code. Bitte benutzen Sie eines von beiden.',
            ),
          ]
        : [paragraph('Sie müssen jetzt nichts weiter tun.')]),
      eitherWay(
        'Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren: Ohne Ihre Bestätigung wird nichts herausgegeben und nichts gelöscht.',
        'Wenn Sie das nicht waren, können Sie diesen Brief ignorieren: Ohne Ihre Bestätigung wird nichts herausgegeben und nichts gelöscht.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Erinnerung: Bitte' : 'Bitte'} bestätigen Sie Ihren Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'den Link', paper: 'diese Internetadresse' },
          (open) =>
            `Bitte bestätigen Sie, dass Sie von ${facts.company} Folgendes verlangt haben: ${wishes(facts.rights)}. Öffnen Sie ${open} und drücken Sie den Knopf:`,
        ),
      },
      link('Meinen Antrag bestätigen', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`Diesen Antrag hat ${facts.askedBy} für Sie gestellt. Wenn Sie das nicht möchten, tun Sie nichts.`)]),
      paragraph('Oder geben Sie diesen Code auf der Seite ein, die den Stand Ihres Antrags zeigt (siehe unten):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Sie können den Antrag bis ${day(facts.untilOn)} bestätigen. Danach müssten wir den Antrag schließen, denn wir dürfen Daten nur herausgeben oder löschen, wenn wir wissen, dass Sie es sind.`,
      ),
      eitherWay(
        'Wenn Sie das nicht waren, müssen Sie nichts tun.',
        'Wenn Sie die Adresse nicht öffnen können, schreiben Sie uns: Wir suchen dann einen anderen Weg, um zu wissen, dass Sie es sind. Wenn Sie das nicht waren, müssen Sie nichts tun.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `Der erste Teil Ihrer Daten liegt bereit: Antrag ${facts.reference}`
      : `Ihre Daten liegen bis ${day(facts.untilOn)} bereit: Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Daten herunterladen', facts.downloadUrl),
      eitherWay(
        `Sie können sie bis ${day(facts.untilOn)} beliebig oft herunterladen. Danach löschen wir sie aus unserem Ausgabespeicher. Wer diese E-Mail hat, kann den Link öffnen: Bitte leiten Sie sie nicht weiter.`,
        `Eine gedruckte Kopie Ihrer Daten liegt bei. Wenn Sie lieber die Dateien haben möchten, können Sie die Adresse oben bis ${day(facts.untilOn)} öffnen. Danach löschen wir sie aus unserem Ausgabespeicher. Wer diesen Brief hat, kann die Adresse öffnen.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Sie haben auch die Löschung verlangt. Wir beginnen damit, sobald Sie Ihre Kopie heruntergeladen haben, spätestens am ${day(facts.erasureFrom)}. Auf der Statusseite können Sie uns sagen, dass wir nicht warten sollen.`,
              `Sie haben auch die Löschung verlangt. Wir beginnen damit, sobald Ihre Kopie bei der Post aufgegeben ist, spätestens am ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Ein Teil Ihrer Daten wurde gelöscht: Antrag ${facts.reference}`
      : `Ihre Daten wurden gelöscht: Quittung zu ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Die Quittung lesen, System für System', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Ihr Antrag ${facts.reference} ist beantwortet`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Die Quittung lesen', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Sie können Ihre Daten bis ${day(facts.untilOn)} herunterladen: Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Daten herunterladen', facts.downloadUrl),
      eitherWay(
        `Der Link gilt bis ${day(facts.untilOn)}. Bitte leiten Sie diese E-Mail nicht weiter.`,
        `Die Adresse gilt bis ${day(facts.untilOn)}. Wer diesen Brief hat, kann sie öffnen.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Wir brauchen mehr Zeit, bis ${day(facts.newDueOn)}: Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Wir beantworten Ihren Antrag bis ${day(facts.newDueOn)} statt bis ${day(facts.dueOn)}. Das Gesetz erlaubt es: ${facts.law}. Der Grund: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Wenn Sie nicht einverstanden sind' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Wir warten auf Ihre Antwort: Antrag ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Am ${day(facts.askedOn)} haben wir Sie etwas zu Ihrem Antrag gefragt. Sie haben ${wishes(facts.rights)} verlangt. Eine Antwort haben wir noch nicht. Bis dahin können wir nichts herausgeben und nichts löschen.`,
      ),
      link('Die Frage lesen und beantworten', facts.statusUrl),
      eitherWay(
        `Ihr Zeichen ist ${facts.reference}. Wenn Sie die Frage nicht verstehen, antworten Sie auf diese E-Mail: Ein Mensch liest sie. Wir erinnern Sie nur dieses eine Mal.`,
        `Ihr Zeichen ist ${facts.reference}. Sie können auch per Post antworten und uns schreiben, wenn Sie die Frage nicht verstehen. ${REACH.paper} Wir erinnern Sie nur dieses eine Mal.`,
      ),
    ],
  }),
};
