/** Letters in Swedish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesSv } from './remedies.ts';

const { date: day, list: listed } = spellingOf('sv');

/** After "om": "... en begäran om ...", "du har bett ... om ...". */
const WISH: Record<Right, string> = {
  access: 'en kopia av dina uppgifter',
  portability: 'dina uppgifter i en form som du kan ta med dig',
  erasure: 'radering av dina uppgifter',
  rectification: 'rättelse av dina uppgifter',
  restriction: 'begränsning av behandlingen av dina uppgifter',
  objection: 'att en behandling av dina uppgifter ska upphöra',
  'opt-out': 'en avanmälan (opt-out)',
  'opt-out-of-sale': 'att försäljningen och delningen av dina uppgifter ska upphöra',
  'opt-out-of-targeted-ads': 'att slippa riktad reklam',
  'opt-out-of-profiling': 'att slippa profilering',
  limit: 'begränsad användning av dina känsliga uppgifter',
  'withdraw-consent': 'återkallelse av ditt samtycke',
  appeal: 'omprövning av vårt beslut',
  complaint: 'svar på ditt klagomål',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Om du svarar på det här mejlet läser en människa ditt svar.',
  paper: 'Vår adress står högst upp i det här brevet.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Se hur det går med din begäran', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `Din referens är ${reference}. Ange den när du skriver till oss om den här begäran. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'Den bifogade filen receipt.jws är ett signerat kvitto. Spara det: med kvittot kan du när som helst och utan vår hjälp visa för vem som helst vad vi har meddelat dig här.',
  'Ett utskrivet kvitto är bifogat. Spara det: det signerade kvittot kan öppnas och kontrolleras på den sida som koden leder till.',
);

export const sv: Letters = {
  day,

  closing,

  remedies: remedyLinesSv,

  acknowledgement: (facts) => ({
    subject: `Vi har tagit emot din begäran ${facts.reference}: svar senast den ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Den ${day(facts.receivedOn)} tog vi emot en begäran om ${wishes(facts.rights)}. ${facts.company} svarar senast den ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'Nästa steg är att vi kontrollerar att e-postlådan är din: du får ett andra mejl med en länk och en kod. Använd en av dem.',
              'Nästa steg är att vi kontrollerar att begäran kommer från dig: du får ett andra brev med en internetadress och en kod. Använd en av dem.',
            ),
          ]
        : [paragraph('Du behöver inte göra något nu.')]),
      eitherWay(
        'Om du inte har begärt detta kan du bortse från det här mejlet: utan din bekräftelse lämnas inget ut och inget raderas.',
        'Om du inte har begärt detta kan du bortse från det här brevet: utan din bekräftelse lämnas inget ut och inget raderas.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Påminnelse: bekräfta' : 'Bekräfta'} din begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'länken', paper: 'den här internetadressen' },
          (open) => `Bekräfta att du har bett ${facts.company} om ${wishes(facts.rights)}. Öppna ${open} och tryck på knappen:`,
        ),
      },
      link('Bekräfta min begäran', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} har skickat den här begäran åt dig. Om du inte vill det behöver du inte göra något.`)]),
      paragraph('Eller skriv in den här koden på sidan som visar hur det går med din begäran (se nedan):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Du kan bekräfta din begäran fram till den ${day(facts.untilOn)}. Därefter skulle vi behöva avsluta ärendet, eftersom vi får lämna ut eller radera uppgifter bara när vi vet att det är du som begär det.`,
      ),
      eitherWay(
        'Om du inte har begärt detta behöver du inte göra något.',
        'Om du inte kan öppna adressen kan du skriva till oss: då letar vi efter ett annat sätt att veta att det är du. Om du inte har begärt detta behöver du inte göra något.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `Den första delen av dina uppgifter är klar: begäran ${facts.reference}`
      : `Dina uppgifter finns att hämta till och med den ${day(facts.untilOn)}: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Ladda ner dina uppgifter', facts.downloadUrl),
      eitherWay(
        `Du kan ladda ner dem hur många gånger du vill till och med den ${day(facts.untilOn)}. Därefter raderar vi dem från vår lagring för nedladdningar. Alla som har det här mejlet kan öppna länken, så vidarebefordra det inte.`,
        `En utskriven kopia av dina uppgifter är bifogad. Om du hellre vill ha filerna kan du öppna adressen ovan till och med den ${day(facts.untilOn)}. Därefter raderar vi dem från vår lagring för nedladdningar. Alla som har det här brevet kan öppna adressen.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Du har också bett oss att radera dina uppgifter. Vi börjar när du har laddat ner din kopia, och den ${day(facts.erasureFrom)} om du inte har gjort det då. På statussidan kan du tala om för oss att vi inte ska vänta.`,
              `Du har också bett oss att radera dina uppgifter. Vi börjar när din kopia har postats, senast den ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `En del av dina uppgifter har raderats: begäran ${facts.reference}`
      : `Dina uppgifter har raderats: kvitto för ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Läs kvittot, system för system', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `Din begäran ${facts.reference} har besvarats`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Läs kvittot', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Du kan ladda ner dina uppgifter till och med den ${day(facts.untilOn)}: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Ladda ner dina uppgifter', facts.downloadUrl),
      eitherWay(
        `Länken fungerar till och med den ${day(facts.untilOn)}. Vidarebefordra inte det här mejlet.`,
        `Adressen fungerar till och med den ${day(facts.untilOn)}. Alla som har det här brevet kan öppna den.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Vi behöver mer tid, till och med den ${day(facts.newDueOn)}: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Vi besvarar din begäran senast den ${day(facts.newDueOn)} i stället för den ${day(facts.dueOn)}. Lagen tillåter det: ${facts.law}. Skälet: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Om du inte håller med' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Vi väntar på ditt svar: begäran ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Den ${day(facts.askedOn)} ställde vi en fråga till dig om din begäran om ${wishes(facts.rights)}. Vi har inte fått något svar än. Innan du svarar kan vi varken lämna ut eller radera något.`,
      ),
      link('Läs frågan och svara på den', facts.statusUrl),
      eitherWay(
        `Din referens är ${facts.reference}. Om du inte förstår frågan kan du svara på det här mejlet: en människa läser ditt svar. Vi påminner dig bara den här enda gången.`,
        `Din referens är ${facts.reference}. Du kan också svara per post, och skriva till oss om du inte förstår frågan. ${REACH.paper} Vi påminner dig bara den här enda gången.`,
      ),
    ],
  }),
};
