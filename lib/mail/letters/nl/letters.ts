/** The letters of a request, in Dutch. */
import type { LetterWords } from '../letter-words.ts';

export const nl: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Wij hebben uw verzoek ${reference} ontvangen: antwoord uiterlijk op ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `Op ${receivedOn} hebben wij een verzoek ontvangen om ${wishes}. ${company} antwoordt uiterlijk op ${dueOn}.`,
    check: {
      text: 'De volgende stap is dat wij controleren of deze mailbox van u is: u krijgt een tweede e-mail met een link en een code. Gebruik een van beide.',
      paper:
        'De volgende stap is dat wij controleren of het verzoek van u is: u krijgt een tweede brief met een internetadres en een code. Gebruik een van beide.',
    },
    nothingToDo: 'U hoeft nu niets te doen.',
    notYou: {
      text: 'Als u dit niet hebt gevraagd, kunt u deze e-mail negeren: zonder uw bevestiging wordt er niets verstrekt en niets gewist.',
      paper: 'Als u dit niet hebt gevraagd, kunt u deze brief negeren: zonder uw bevestiging wordt er niets verstrekt en niets gewist.',
    },
  },

  verification: {
    subject: ({ reference }) => `Bevestig uw verzoek ${reference}`,
    reminder: ({ reference }) => `Herinnering: bevestig uw verzoek ${reference}`,
    confirm: ({ company, wishes }) => `Wilt u bevestigen dat u ${company} hebt gevraagd om ${wishes}?`,
    open: { text: 'Open de link en druk op de knop:', paper: 'Open dit internetadres en druk op de knop:' },
    link: 'Mijn verzoek bevestigen',
    askedBy: ({ askedBy }) => `${askedBy} heeft dit verzoek voor u verstuurd. Als u dat niet wilt, hoeft u niets te doen.`,
    code: 'Of typ deze code op de pagina waarop staat hoe het met uw verzoek gaat (zie hieronder):',
    until: ({ untilOn }) =>
      `U kunt uw verzoek tot ${untilOn} bevestigen. Daarna zouden wij het verzoek moeten sluiten, omdat wij gegevens alleen mogen verstrekken of wissen als wij weten dat u degene bent die erom vraagt.`,
    notYou: {
      text: 'Als u dit niet hebt gevraagd, hoeft u niets te doen.',
      paper:
        'Als u het adres niet kunt openen, schrijf ons dan: wij zoeken een andere manier om zeker te weten dat u het bent. Als u dit niet hebt gevraagd, hoeft u niets te doen.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Uw gegevens staan klaar tot en met ${untilOn}: verzoek ${reference}`,
    inPart: ({ reference }) => `Het eerste deel van uw gegevens staat klaar: verzoek ${reference}`,
    link: 'Uw gegevens downloaden',
    until: ({ untilOn }) => ({
      text: `U kunt ze tot en met ${untilOn} zo vaak downloaden als u wilt. Daarna wissen wij ze uit onze opslag voor downloads. Iedereen die deze e-mail heeft, kan de link openen; stuur de e-mail daarom niet door.`,
      paper: `Een afgedrukte kopie van uw gegevens is bijgevoegd. Als u liever de bestanden hebt, kunt u het adres hierboven openen tot en met ${untilOn}. Daarna wissen wij ze uit onze opslag voor downloads. Iedereen die deze brief heeft, kan het adres openen.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `U hebt ons ook gevraagd uw gegevens te wissen. Wij beginnen daarmee zodra u uw kopie hebt gedownload, en op ${erasureFrom} als u dat dan niet hebt gedaan. Op de statuspagina kunt u ons laten weten dat wij niet hoeven te wachten.`,
      paper: `U hebt ons ook gevraagd uw gegevens te wissen. Wij beginnen daarmee zodra uw kopie op de post is gedaan, uiterlijk op ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Uw gegevens zijn gewist: bewijsstuk voor ${reference}`,
    inPart: ({ reference }) => `Een deel van uw gegevens is gewist: verzoek ${reference}`,
    link: 'Het bewijsstuk lezen, systeem voor systeem',
  },

  answered: { subject: ({ reference }) => `Uw verzoek ${reference} is beantwoord` },

  newLink: {
    subject: ({ untilOn, reference }) => `U kunt uw gegevens downloaden tot en met ${untilOn}: verzoek ${reference}`,
    until: ({ untilOn }) => ({
      text: `De link werkt tot en met ${untilOn}. Stuur deze e-mail niet door.`,
      paper: `Het adres werkt tot en met ${untilOn}. Iedereen die deze brief heeft, kan het openen.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Wij hebben meer tijd nodig, tot en met ${newDueOn}: verzoek ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Wij beantwoorden uw verzoek uiterlijk op ${newDueOn} in plaats van op ${dueOn}. De wet staat dat toe: ${law}. De reden: ${reason}`,
    disagree: 'Als u het er niet mee eens bent',
  },

  questionReminder: {
    subject: ({ reference }) => `Wij wachten op uw antwoord: verzoek ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `Op ${askedOn} hebben wij u iets gevraagd over uw verzoek om ${wishes}. Wij hebben nog geen antwoord. Zolang u niet antwoordt, kunnen wij niets verstrekken en niets wissen.`,
    link: 'De vraag lezen en beantwoorden',
    unclear: {
      text: 'Als u de vraag niet begrijpt, antwoord dan op deze e-mail: een medewerker leest uw antwoord.',
      paper: 'U kunt ook per post antwoorden, en ons schrijven als u de vraag niet begrijpt.',
    },
    once: 'Wij herinneren u hier alleen deze ene keer aan.',
  },
};
