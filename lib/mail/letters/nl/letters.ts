/** Letters in Dutch. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesNl } from './remedies.ts';

const { date: day, list: listed } = spellingOf('nl');

/** After "om": "... een verzoek ontvangen om ...", "u hebt ... gevraagd om ...". */
const WISH: Record<Right, string> = {
  access: 'een kopie van uw gegevens',
  portability: 'uw gegevens in een vorm die u kunt meenemen',
  erasure: 'de wissing van uw gegevens',
  rectification: 'de rectificatie van uw gegevens',
  restriction: 'de beperking van de verwerking van uw gegevens',
  objection: 'de beëindiging van een verwerking van uw gegevens',
  'opt-out': 'een afmelding (opt-out)',
  'opt-out-of-sale': 'de beëindiging van het verkopen en delen van uw gegevens',
  'opt-out-of-targeted-ads': 'een afmelding voor gerichte reclame',
  'opt-out-of-profiling': 'een afmelding voor profilering',
  limit: 'een beperking van het gebruik van uw gevoelige gegevens',
  'withdraw-consent': 'de intrekking van uw toestemming',
  appeal: 'een heroverweging van onze beslissing',
  complaint: 'een antwoord op uw klacht',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Als u op deze e-mail antwoordt, leest een medewerker uw antwoord.',
  paper: 'Ons adres staat boven aan deze brief.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Bekijken hoe het met uw verzoek staat', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `Uw kenmerk is ${reference}. Vermeld dit als u ons over dit verzoek schrijft. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'Het bestand receipt.jws bij deze e-mail is een ondertekend bewijsstuk. Bewaar het: daarmee kunt u aan iedereen, op elk moment en zonder onze hulp, laten zien wat wij u hier hebben meegedeeld.',
  'Een afgedrukt bewijsstuk is bijgevoegd. Bewaar het: het ondertekende bewijsstuk zelf kunt u openen en controleren op de pagina waar de code naartoe leidt.',
);

export const nl: Letters = {
  day,

  closing,

  remedies: remedyLinesNl,

  acknowledgement: (facts) => ({
    subject: `Wij hebben uw verzoek ${facts.reference} ontvangen: antwoord uiterlijk op ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Op ${day(facts.receivedOn)} hebben wij een verzoek ontvangen om ${wishes(facts.rights)}. ${facts.company} antwoordt uiterlijk op ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'De volgende stap is dat wij controleren of deze mailbox van u is: u krijgt een tweede e-mail met een link en een code. Gebruik een van beide.',
              'De volgende stap is dat wij controleren of het verzoek van u is: u krijgt een tweede brief met een internetadres en een code. Gebruik een van beide.',
            ),
          ]
        : [paragraph('U hoeft nu niets te doen.')]),
      eitherWay(
        'Als u dit niet hebt gevraagd, kunt u deze e-mail negeren: zonder uw bevestiging wordt er niets verstrekt en niets gewist.',
        'Als u dit niet hebt gevraagd, kunt u deze brief negeren: zonder uw bevestiging wordt er niets verstrekt en niets gewist.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Herinnering: bevestig' : 'Bevestig'} uw verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'de link', paper: 'dit internetadres' },
          (open) => `Wilt u bevestigen dat u ${facts.company} hebt gevraagd om ${wishes(facts.rights)}? Open ${open} en druk op de knop:`,
        ),
      },
      link('Mijn verzoek bevestigen', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} heeft dit verzoek voor u verstuurd. Als u dat niet wilt, hoeft u niets te doen.`)]),
      paragraph('Of typ deze code op de pagina waarop staat hoe het met uw verzoek gaat (zie hieronder):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `U kunt uw verzoek tot ${day(facts.untilOn)} bevestigen. Daarna zouden wij het verzoek moeten sluiten, omdat wij gegevens alleen mogen verstrekken of wissen als wij weten dat u degene bent die erom vraagt.`,
      ),
      eitherWay(
        'Als u dit niet hebt gevraagd, hoeft u niets te doen.',
        'Als u het adres niet kunt openen, schrijf ons dan: wij zoeken een andere manier om zeker te weten dat u het bent. Als u dit niet hebt gevraagd, hoeft u niets te doen.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `Het eerste deel van uw gegevens staat klaar: verzoek ${facts.reference}`
      : `Uw gegevens staan klaar tot en met ${day(facts.untilOn)}: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Uw gegevens downloaden', facts.downloadUrl),
      eitherWay(
        `U kunt ze tot en met ${day(facts.untilOn)} zo vaak downloaden als u wilt. Daarna wissen wij ze uit onze opslag voor downloads. Iedereen die deze e-mail heeft, kan de link openen; stuur de e-mail daarom niet door.`,
        `Een afgedrukte kopie van uw gegevens is bijgevoegd. Als u liever de bestanden hebt, kunt u het adres hierboven openen tot en met ${day(facts.untilOn)}. Daarna wissen wij ze uit onze opslag voor downloads. Iedereen die deze brief heeft, kan het adres openen.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `U hebt ons ook gevraagd uw gegevens te wissen. Wij beginnen daarmee zodra u uw kopie hebt gedownload, en op ${day(facts.erasureFrom)} als u dat dan niet hebt gedaan. Op de statuspagina kunt u ons laten weten dat wij niet hoeven te wachten.`,
              `U hebt ons ook gevraagd uw gegevens te wissen. Wij beginnen daarmee zodra uw kopie op de post is gedaan, uiterlijk op ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Een deel van uw gegevens is gewist: verzoek ${facts.reference}`
      : `Uw gegevens zijn gewist: bewijsstuk voor ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Het bewijsstuk lezen, systeem voor systeem', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  answered: (facts) => ({
    subject: `Uw verzoek ${facts.reference} is beantwoord`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Het bewijsstuk lezen', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `U kunt uw gegevens downloaden tot en met ${day(facts.untilOn)}: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Uw gegevens downloaden', facts.downloadUrl),
      eitherWay(
        `De link werkt tot en met ${day(facts.untilOn)}. Stuur deze e-mail niet door.`,
        `Het adres werkt tot en met ${day(facts.untilOn)}. Iedereen die deze brief heeft, kan het openen.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Wij hebben meer tijd nodig, tot en met ${day(facts.newDueOn)}: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Wij beantwoorden uw verzoek uiterlijk op ${day(facts.newDueOn)} in plaats van op ${day(facts.dueOn)}. De wet staat dat toe: ${facts.law}. De reden: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Als u het er niet mee eens bent' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Wij wachten op uw antwoord: verzoek ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Op ${day(facts.askedOn)} hebben wij u iets gevraagd over uw verzoek om ${wishes(facts.rights)}. Wij hebben nog geen antwoord. Zolang u niet antwoordt, kunnen wij niets verstrekken en niets wissen.`,
      ),
      link('De vraag lezen en beantwoorden', facts.statusUrl),
      eitherWay(
        `Uw kenmerk is ${facts.reference}. Als u de vraag niet begrijpt, antwoord dan op deze e-mail: een medewerker leest uw antwoord. Wij herinneren u hier alleen deze ene keer aan.`,
        `Uw kenmerk is ${facts.reference}. U kunt ook per post antwoorden, en ons schrijven als u de vraag niet begrijpt. ${REACH.paper} Wij herinneren u hier alleen deze ene keer aan.`,
      ),
    ],
  }),
};
