/** The letters of a request, in Polish. */
import type { LetterWords } from '../letter-words.ts';

export const pl: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Otrzymaliśmy Państwa wniosek ${reference}: odpowiedź do ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `W dniu ${receivedOn} otrzymaliśmy wniosek, który dotyczy: ${wishes}. ${company} odpowie najpóźniej ${dueOn}`,
    check: {
      text: 'Teraz sprawdzimy, czy ta skrzynka pocztowa należy do Państwa: otrzymają Państwo drugą wiadomość, z linkiem i kodem. Prosimy użyć jednego z nich.',
      paper:
        'Teraz sprawdzimy, czy wniosek pochodzi od Państwa: otrzymają Państwo drugi list, z adresem internetowym i kodem. Prosimy użyć jednego z nich.',
    },
    nothingToDo: 'Teraz nie muszą Państwo nic robić.',
    notYou: {
      text: 'Jeśli ten wniosek nie pochodzi od Państwa, mogą Państwo zignorować tę wiadomość: bez Państwa potwierdzenia nic nie zostanie wydane ani usunięte.',
      paper:
        'Jeśli ten wniosek nie pochodzi od Państwa, mogą Państwo zignorować ten list: bez Państwa potwierdzenia nic nie zostanie wydane ani usunięte.',
    },
  },

  verification: {
    subject: ({ reference }) => `Prosimy o potwierdzenie wniosku ${reference}`,
    reminder: ({ reference }) => `Przypomnienie: prosimy o potwierdzenie wniosku ${reference}`,
    confirm: ({ company, wishes }) => `${company} prosi o potwierdzenie, że to Państwa wniosek. Dotyczy on: ${wishes}.`,
    open: { text: 'Prosimy otworzyć link i nacisnąć przycisk:', paper: 'Prosimy otworzyć ten adres internetowy i nacisnąć przycisk:' },
    link: 'Potwierdzam swój wniosek',
    askedBy: ({ askedBy }) => `Ten wniosek składa w Państwa imieniu ${askedBy}. Jeśli Państwo tego nie chcą, prosimy nic nie robić.`,
    code: 'Można też wpisać ten kod na stronie ze stanem Państwa wniosku (adres poniżej):',
    until: ({ untilOn }) =>
      `Wniosek można potwierdzić do ${untilOn} Potem musielibyśmy zamknąć sprawę, ponieważ wydać lub usunąć dane wolno nam tylko wtedy, gdy wiemy, że wniosek pochodzi od Państwa.`,
    notYou: {
      text: 'Jeśli ten wniosek nie pochodzi od Państwa, prosimy nic nie robić.',
      paper:
        'Jeśli nie mogą Państwo otworzyć tego adresu, prosimy do nas napisać: poszukamy innego sposobu, aby upewnić się, że wniosek pochodzi od Państwa. Jeśli ten wniosek nie pochodzi od Państwa, prosimy nic nie robić.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Państwa dane są dostępne do ${untilOn}: wniosek ${reference}`,
    inPart: ({ reference }) => `Pierwsza część Państwa danych jest gotowa: wniosek ${reference}`,
    link: 'Pobranie danych',
    until: ({ untilOn }) => ({
      text: `Do ${untilOn} mogą Państwo pobierać dane dowolną liczbę razy. Potem usuniemy je z miejsca, z którego je wydajemy. Każdy, kto ma tę wiadomość, może otworzyć link, dlatego prosimy nie przekazywać jej dalej.`,
      paper: `Do listu dołączamy wydrukowaną kopię Państwa danych. Jeśli wolą Państwo pliki, do ${untilOn} można otworzyć podany wyżej adres. Potem usuniemy je z miejsca, z którego je wydajemy. Każdy, kto ma ten list, może otworzyć ten adres.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Poprosili Państwo także o usunięcie swoich danych. Zaczniemy, gdy pobiorą Państwo kopię, a jeśli to nie nastąpi, zaczniemy ${erasureFrom} Na stronie ze stanem wniosku mogą Państwo wskazać, że mamy nie czekać.`,
      paper: `Poprosili Państwo także o usunięcie swoich danych. Zaczniemy, gdy kopia zostanie nadana na poczcie, a najpóźniej ${erasureFrom}`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Państwa dane zostały usunięte: pokwitowanie do ${reference}`,
    inPart: ({ reference }) => `Część Państwa danych została usunięta: wniosek ${reference}`,
    link: 'Treść pokwitowania, system po systemie',
  },

  answered: { subject: ({ reference }) => `Odpowiedzieliśmy na Państwa wniosek ${reference}` },

  newLink: {
    subject: ({ untilOn, reference }) => `Mogą Państwo pobrać swoje dane do ${untilOn}: wniosek ${reference}`,
    until: ({ untilOn }) => ({
      text: `Link działa do ${untilOn} Prosimy nie przekazywać tej wiadomości dalej.`,
      paper: `Adres działa do ${untilOn} Każdy, kto ma ten list, może go otworzyć.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Potrzebujemy więcej czasu, do ${newDueOn}: wniosek ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Odpowiemy na Państwa wniosek do ${newDueOn} zamiast do ${dueOn} Pozwala na to prawo: ${law}. Powód: ${reason}`,
    disagree: 'Jeśli się Państwo nie zgadzają',
  },

  questionReminder: {
    subject: ({ reference }) => `Czekamy na Państwa odpowiedź: wniosek ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `W dniu ${askedOn} zadaliśmy Państwu pytanie w sprawie Państwa wniosku. Wniosek dotyczy: ${wishes}. Nie mamy jeszcze odpowiedzi. Dopóki Państwo nie odpowiedzą, nie możemy niczego wydać ani usunąć.`,
    link: 'Pytanie i miejsce na odpowiedź',
    unclear: {
      text: 'Jeśli pytanie jest niezrozumiałe, prosimy odpowiedzieć na tę wiadomość: odpowiedź przeczyta człowiek.',
      paper: 'Mogą Państwo także odpowiedzieć pocztą i napisać do nas, jeśli pytanie jest niezrozumiałe.',
    },
    once: 'Przypominamy tylko ten jeden raz.',
  },
};
