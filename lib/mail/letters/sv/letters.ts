/** The letters of a request, in Swedish. */
import type { LetterWords } from '../letter-words.ts';

export const sv: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Vi har tagit emot din begäran ${reference}: svar senast den ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `Den ${receivedOn} tog vi emot en begäran om ${wishes}. ${company} svarar senast den ${dueOn}.`,
    check: {
      text: 'Nästa steg är att vi kontrollerar att e-postlådan är din: du får ett andra mejl med en länk och en kod. Använd en av dem.',
      paper:
        'Nästa steg är att vi kontrollerar att begäran kommer från dig: du får ett andra brev med en internetadress och en kod. Använd en av dem.',
    },
    nothingToDo: 'Du behöver inte göra något nu.',
    notYou: {
      text: 'Om du inte har begärt detta kan du bortse från det här mejlet: utan din bekräftelse lämnas inget ut och inget raderas.',
      paper: 'Om du inte har begärt detta kan du bortse från det här brevet: utan din bekräftelse lämnas inget ut och inget raderas.',
    },
  },

  verification: {
    subject: ({ reference }) => `Bekräfta din begäran ${reference}`,
    reminder: ({ reference }) => `Påminnelse: bekräfta din begäran ${reference}`,
    confirm: ({ company, wishes }) => `Bekräfta att du har bett ${company} om ${wishes}.`,
    open: { text: 'Öppna länken och tryck på knappen:', paper: 'Öppna den här internetadressen och tryck på knappen:' },
    link: 'Bekräfta min begäran',
    askedBy: ({ askedBy }) => `${askedBy} har skickat den här begäran åt dig. Om du inte vill det behöver du inte göra något.`,
    code: 'Eller skriv in den här koden på sidan som visar hur det går med din begäran (se nedan):',
    until: ({ untilOn }) =>
      `Du kan bekräfta din begäran fram till den ${untilOn}. Därefter skulle vi behöva avsluta ärendet, eftersom vi får lämna ut eller radera uppgifter bara när vi vet att det är du som begär det.`,
    notYou: {
      text: 'Om du inte har begärt detta behöver du inte göra något.',
      paper:
        'Om du inte kan öppna adressen kan du skriva till oss: då letar vi efter ett annat sätt att veta att det är du. Om du inte har begärt detta behöver du inte göra något.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Dina uppgifter finns att hämta till och med den ${untilOn}: begäran ${reference}`,
    inPart: ({ reference }) => `Den första delen av dina uppgifter är klar: begäran ${reference}`,
    link: 'Ladda ner dina uppgifter',
    until: ({ untilOn }) => ({
      text: `Du kan ladda ner dem hur många gånger du vill till och med den ${untilOn}. Därefter raderar vi dem från vår lagring för nedladdningar. Alla som har det här mejlet kan öppna länken, så vidarebefordra det inte.`,
      paper: `En utskriven kopia av dina uppgifter är bifogad. Om du hellre vill ha filerna kan du öppna adressen ovan till och med den ${untilOn}. Därefter raderar vi dem från vår lagring för nedladdningar. Alla som har det här brevet kan öppna adressen.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Du har också bett oss att radera dina uppgifter. Vi börjar när du har laddat ner din kopia, och den ${erasureFrom} om du inte har gjort det då. På statussidan kan du tala om för oss att vi inte ska vänta.`,
      paper: `Du har också bett oss att radera dina uppgifter. Vi börjar när din kopia har postats, senast den ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Dina uppgifter har raderats: kvitto för ${reference}`,
    inPart: ({ reference }) => `En del av dina uppgifter har raderats: begäran ${reference}`,
    link: 'Läs kvittot, system för system',
  },

  answered: { subject: ({ reference }) => `Din begäran ${reference} har besvarats` },

  newLink: {
    subject: ({ untilOn, reference }) => `Du kan ladda ner dina uppgifter till och med den ${untilOn}: begäran ${reference}`,
    until: ({ untilOn }) => ({
      text: `Länken fungerar till och med den ${untilOn}. Vidarebefordra inte det här mejlet.`,
      paper: `Adressen fungerar till och med den ${untilOn}. Alla som har det här brevet kan öppna den.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Vi behöver mer tid, till och med den ${newDueOn}: begäran ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Vi besvarar din begäran senast den ${newDueOn} i stället för den ${dueOn}. Lagen tillåter det: ${law}. Skälet: ${reason}`,
    disagree: 'Om du inte håller med',
  },

  questionReminder: {
    subject: ({ reference }) => `Vi väntar på ditt svar: begäran ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `Den ${askedOn} ställde vi en fråga till dig om din begäran om ${wishes}. Vi har inte fått något svar än. Innan du svarar kan vi varken lämna ut eller radera något.`,
    link: 'Läs frågan och svara på den',
    unclear: {
      text: 'Om du inte förstår frågan kan du svara på det här mejlet: en människa läser ditt svar.',
      paper: 'Du kan också svara per post, och skriva till oss om du inte förstår frågan.',
    },
    once: 'Vi påminner dig bara den här enda gången.',
  },
};
