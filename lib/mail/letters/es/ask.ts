/** Letters with a question, in Spanish. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('es');

const SUBJECT: Record<Question, string> = {
  identity: 'Ayúdenos a tener la seguridad de que es usted',
  clarification: 'Una pregunta sobre su solicitud',
  fee: 'Un canon por la respuesta a su solicitud',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Ha pedido a ${company} lo siguiente: ${wish}. Antes de continuar necesitamos tener la seguridad de que es usted quien lo pide. Esto es lo que debemos saber:`,
  clarification: (company, wish) =>
    `Ha pedido a ${company} lo siguiente: ${wish}. Para responder necesitamos saber más. Esta es nuestra pregunta:`,
  fee: (company, wish) =>
    `Ha pedido a ${company} lo siguiente: ${wish}. Por regla general, estas solicitudes son gratuitas. Por esta pedimos un canon:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'El plazo para nuestra respuesta empieza cuando nos haya dicho lo que debemos saber.',
  clarification: 'El plazo para nuestra respuesta empieza cuando tengamos la suya.',
  fee: 'El plazo para nuestra respuesta empieza cuando se haya pagado el canon.',
};

export const es: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `El canon asciende a ${new Intl.NumberFormat('es-ES', { style: 'currency', currency }).format(Number(amount))}. El motivo: ${reason}`,
    'No tiene obligación de pagarlo: en la página de su solicitud puede retirarla, y entonces no nos deberá nada.',
  ],
  link: (about) => (about === 'fee' ? 'Ver su solicitud o retirarla' : 'Responder a la pregunta'),
  reply: {
    text: 'También puede responder a este correo: una persona leerá su respuesta.',
    paper: `También puede responder por carta. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Esta pregunta no cambia la fecha: responderemos a más tardar el ${date(dueOn)}.`,
    still: () => 'Esta pregunta no cambia nada en el plazo: está suspendido hasta que haya respondido a lo que le preguntamos antes.',
    'stands-still': () => 'Hasta que responda, el plazo para nuestra respuesta no corre.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Tiene tiempo para pensarlo; el plazo para nuestra respuesta no empieza hasta entonces. Responderemos a más tardar el ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Su referencia es ${reference}. Indíquela cuando nos escriba sobre esta solicitud.`,
};
