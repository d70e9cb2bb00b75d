/** Sentences of refusals in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('es');

const UNITS = {
  D: { one: 'día', other: 'días' },
  M: { one: 'mes', other: 'meses' },
  Y: { one: 'año', other: 'años' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalEs: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `No hemos hecho lo que ha pedido: ${asked(rights)}.`
      : `No hemos hecho una parte de lo que ha pedido: ${asked(rights)}. El resto de su solicitud recibe una respuesta aparte.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Nuestros motivos para no hacerlo (${asked(rights)}):`,
  system: ({ label, erasing, why }) =>
    `${erasing ? 'No hemos suprimido' : 'No entregamos'} los datos que están en ${label}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Hemos suprimido todo lo que estos motivos no cubren. ' : ''}Los datos que conservamos solo los usamos para el motivo aquí indicado.`,
  optOut: (url) => `Puede pedirnos que no vendamos ni compartamos sus datos: ${url}`,
  again: (url) => `Puede presentar una nueva solicitud en cualquier momento: ${url}`,
  categoriesLead: 'Mientras no sepamos quién es usted, solo podemos decirle qué categorías de datos recogemos sobre personas como usted:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`finalidad: ${list(purposes)}`, `origen: ${list(sources)}`, recipients.length === 0 ? 'no se comunica a nadie' : `se comunica a: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'usted', observed: 'lo que hace con nosotros', derived: 'nuestras propias conclusiones' },
  appeal: ({ within, extension, reply }) =>
    `Puede presentar un recurso ante nosotros: escriba a ${reply} y diga que recurre. Alguien que no tomó esta decisión la examina de nuevo y responde en un plazo de ${duration(within)}.${extension === undefined ? '' : ` Si eso no basta, podemos tomarnos hasta ${duration(extension)} más, y le decimos por qué.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `También puede presentarnos una reclamación sobre cómo hemos tratado su solicitud: escriba a ${reply}.${acknowledgedWithin === undefined ? '' : ` Confirmamos la recepción de su reclamación en un plazo de ${duration(acknowledgedWithin)}.`}`,
  authorityOfResidence: 'la autoridad de protección de datos del lugar donde vive o trabaja',
  complaintWithin: ({ authority, within }) =>
    `La reclamación ante la autoridad de control (${authority}) debe presentarse en un plazo de ${duration(within)}.`,
};
