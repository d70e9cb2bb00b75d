/** Sentences of receipts that end a case, or set another receipt right, in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('sv');

export const endingSv: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `Den ${date(on)} återkallades begäran ${of}${byPerson ? ' av den som hade skickat den' : ': vår personal registrerade det åt den som hade skickat den'}. Vi gör inget mer i ärendet; det som gjordes dessförinnan står kvar.`,
  dataGo: (by) =>
    `Så snart du har fått besked, och senast den ${date(by)}, raderar vi de uppgifter som vi har på grund av begäran, och den nyckel utan vilken de inte kan läsas. Det kommer att framgå av ett nytt kvitto på sidan för begäran.`,
  purged: ({ of, on }) =>
    `Den ${date(on)} raderade vi de uppgifter som vi hade samlat ihop för att besvara din begäran ${of}, och den nyckel utan vilken de inte kan läsas.`,
  irrecoverable: (from) => `Från och med den ${date(from)} kan ingen återskapa dem: ingen säkerhetskopia innehåller då längre den nyckeln.`,
  replaces: ({ number, issuedOn }) => `Det här ersätter vårt kvitto ${number} från den ${date(issuedOn)}.`,
  wrong: (reason) => `Det som var fel: ${asSentence(reason)}`,
  right: (sentence) => `Det som gäller: ${asSentence(sentence)}`,
};
