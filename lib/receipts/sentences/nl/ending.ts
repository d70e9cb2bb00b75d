/** Sentences of receipts that end a case, or set another receipt right, in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('nl');

export const endingNl: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `Op ${date(on)} is het verzoek ${of} ingetrokken${byPerson ? ' door degene die het had verstuurd' : ': onze medewerkers hebben dat vastgelegd voor degene die het had verstuurd'}. Wij doen er niets meer mee; wat daarvoor is gedaan, blijft gedaan.`,
  dataGo: (by) =>
    `Zodra u bericht hebt gekregen, en uiterlijk op ${date(by)}, wissen wij de gegevens die wij vanwege het verzoek hebben, en de sleutel zonder welke ze niet te lezen zijn. Een volgend bewijsstuk, op de pagina van het verzoek, zal dat vermelden.`,
  purged: ({ of, on }) =>
    `Op ${date(on)} hebben wij de gegevens gewist die wij hadden verzameld om uw verzoek ${of} te beantwoorden, en de sleutel zonder welke ze niet te lezen zijn.`,
  irrecoverable: (from) => `Vanaf ${date(from)} kan niemand ze nog terughalen: geen enkele back-up bevat dan nog die sleutel.`,
  replaces: ({ number, issuedOn }) => `Dit komt in de plaats van ons bewijsstuk ${number} van ${date(issuedOn)}.`,
  wrong: (reason) => `Wat niet klopte: ${asSentence(reason)}`,
  right: (sentence) => `Wat geldt: ${asSentence(sentence)}`,
};
