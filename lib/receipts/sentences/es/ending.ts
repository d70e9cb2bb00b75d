/** Sentences of receipts that end a case, or set another receipt right, in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('es');

export const endingEs: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `El ${date(on)} la solicitud ${of} fue retirada${byPerson ? ' por quien la envió' : ': nuestro personal lo registró por quien la envió'}. No hacemos nada más al respecto; lo que se hizo antes queda hecho.`,
  dataGo: (by) =>
    `En cuanto se le haya comunicado, y a más tardar el ${date(by)}, suprimimos los datos que tenemos a causa de la solicitud y la clave sin la cual no se pueden leer. Otro justificante, en la página de la solicitud, lo dirá.`,
  purged: ({ of, on }) =>
    `El ${date(on)} suprimimos los datos que habíamos reunido para responder a su solicitud ${of} y la clave sin la cual no se pueden leer.`,
  irrecoverable: (from) => `A partir del ${date(from)} nadie puede recuperarlos: ninguna copia de seguridad contiene ya esa clave.`,
  replaces: ({ number, issuedOn }) => `Esto sustituye a nuestro justificante ${number} del ${date(issuedOn)}.`,
  wrong: (reason) => `Lo que era erróneo: ${asSentence(reason)}`,
  right: (sentence) => `Lo correcto es: ${asSentence(sentence)}`,
};
