/** The letters of a request, in Italian. */
import { al, Il, il } from '../../../receipts/sentences/it/dates.ts';
import type { LetterWords } from '../letter-words.ts';

export const it: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Abbiamo ricevuto la Sua richiesta ${reference}: risposta entro ${il(dueOn)}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `${Il(receivedOn)} abbiamo ricevuto una richiesta riguardante ${wishes}. ${company} risponderà al più tardi ${il(dueOn)}.`,
    check: {
      text: 'Ora verifichiamo che questa casella di posta sia Sua: riceverà una seconda e-mail con un link e un codice. La preghiamo di usare uno dei due.',
      paper:
        'Ora verifichiamo che la richiesta sia Sua: riceverà una seconda lettera con un indirizzo Internet e un codice. La preghiamo di usare uno dei due.',
    },
    nothingToDo: 'Per ora non deve fare nulla.',
    notYou: {
      text: 'Se non ha fatto Lei questa richiesta, può ignorare questa e-mail: senza la Sua conferma non viene consegnato né cancellato nulla.',
      paper:
        'Se non ha fatto Lei questa richiesta, può ignorare questa lettera: senza la Sua conferma non viene consegnato né cancellato nulla.',
    },
  },

  verification: {
    subject: ({ reference }) => `Confermi la Sua richiesta ${reference}`,
    reminder: ({ reference }) => `Promemoria: confermi la Sua richiesta ${reference}`,
    confirm: ({ company, wishes }) => `La preghiamo di confermare di aver chiesto a ${company} quanto segue: ${wishes}.`,
    open: { text: 'Apra il link e prema il pulsante:', paper: 'Apra questo indirizzo Internet e prema il pulsante:' },
    link: 'Confermare la mia richiesta',
    askedBy: ({ askedBy }) => `${askedBy} ha inviato questa richiesta per Lei. Se Lei non lo desidera, non faccia nulla.`,
    code: 'Oppure inserisca questo codice nella pagina che mostra a che punto è la Sua richiesta (vedere sotto):',
    until: ({ untilOn }) =>
      `Può confermare la Sua richiesta fino ${al(untilOn)}. Dopo tale data dovremmo chiudere la richiesta, perché ci è permesso consegnare o cancellare dati soltanto se sappiamo che è Lei a chiederlo.`,
    notYou: {
      text: 'Se non ha fatto Lei questa richiesta, non faccia nulla.',
      paper:
        "Se non può aprire l'indirizzo, ci scriva: cercheremo un altro modo per sapere che è Lei. Se non ha fatto Lei questa richiesta, non faccia nulla.",
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `I Suoi dati sono disponibili fino ${al(untilOn)}: richiesta ${reference}`,
    inPart: ({ reference }) => `La prima parte dei Suoi dati è pronta: richiesta ${reference}`,
    link: 'Scaricare i Suoi dati',
    until: ({ untilOn }) => ({
      text: `Può scaricarli tutte le volte che vuole fino ${al(untilOn)}. Poi li cancelliamo dal nostro spazio di consegna. Chiunque abbia questa e-mail può aprire il link: La preghiamo di non inoltrarla.`,
      paper: `Alleghiamo una copia stampata dei Suoi dati. Se preferisce i file, può aprire l'indirizzo qui sopra fino ${al(untilOn)}. Poi li cancelliamo dal nostro spazio di consegna. Chiunque abbia questa lettera può aprire l'indirizzo.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Ci ha chiesto anche di cancellare i Suoi dati. Cominceremo quando avrà scaricato la Sua copia, oppure ${il(erasureFrom)} se non l'avrà fatto. Nella pagina di stato può dirci di non aspettare.`,
      paper: `Ci ha chiesto anche di cancellare i Suoi dati. Cominceremo quando la Sua copia sarà stata spedita per posta, al più tardi ${il(erasureFrom)}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `I Suoi dati sono stati cancellati: ricevuta per ${reference}`,
    inPart: ({ reference }) => `Una parte dei Suoi dati è stata cancellata: richiesta ${reference}`,
    link: 'Leggere la ricevuta, sistema per sistema',
  },

  answered: { subject: ({ reference }) => `Abbiamo risposto alla Sua richiesta ${reference}` },

  newLink: {
    subject: ({ untilOn, reference }) => `Può scaricare i Suoi dati fino ${al(untilOn)}: richiesta ${reference}`,
    until: ({ untilOn }) => ({
      text: `Il link è valido fino ${al(untilOn)}. La preghiamo di non inoltrare questa e-mail.`,
      paper: `L'indirizzo è valido fino ${al(untilOn)}. Chiunque abbia questa lettera può aprirlo.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Ci serve più tempo, fino ${al(newDueOn)}: richiesta ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Risponderemo alla Sua richiesta entro ${il(newDueOn)} anziché entro ${il(dueOn)}. La legge lo consente: ${law}. Il motivo: ${reason}`,
    disagree: "Se non è d'accordo",
  },

  questionReminder: {
    subject: ({ reference }) => `Attendiamo la Sua risposta: richiesta ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `${Il(askedOn)} Le abbiamo posto una domanda sulla Sua richiesta riguardante ${wishes}. Non abbiamo ancora una risposta. Finché non risponde, non possiamo consegnare né cancellare nulla.`,
    link: 'Leggere la domanda e rispondere',
    unclear: {
      text: 'Se non capisce la domanda, risponda a questa e-mail: una persona leggerà la Sua risposta.',
      paper: 'Può rispondere anche per posta, e scriverci se non capisce la domanda.',
    },
    once: 'Le inviamo soltanto questo promemoria.',
  },
};
