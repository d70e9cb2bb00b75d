/** Sentences of receipts that end a case, or set another receipt right, in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('fr');

export const endingFr: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `Le ${date(on)}, la demande ${of} a été retirée${byPerson ? " par la personne qui l'avait envoyée" : " : notre personnel l'a consigné pour la personne qui l'avait envoyée"}. Nous n'y donnons plus suite ; ce qui a été fait auparavant reste fait.`,
  dataGo: (by) =>
    `Dès que cela vous aura été annoncé, et au plus tard le ${date(by)}, nous effaçons les données que nous détenons en raison de la demande, ainsi que la clé sans laquelle elles ne peuvent pas être lues. Une autre attestation, sur la page de la demande, le dira.`,
  purged: ({ of, on }) =>
    `Le ${date(on)}, nous avons effacé les données que nous avions rassemblées pour répondre à votre demande ${of}, ainsi que la clé sans laquelle elles ne peuvent pas être lues.`,
  irrecoverable: (from) =>
    `À partir du ${date(from)}, plus personne ne peut les rétablir : aucune copie de sauvegarde ne contient plus cette clé.`,
  replaces: ({ number, issuedOn }) => `Ceci remplace notre attestation ${number} du ${date(issuedOn)}.`,
  wrong: (reason) => `Ce qui était faux : ${asSentence(reason)}`,
  right: (sentence) => `Ce qui est exact : ${asSentence(sentence)}`,
};
