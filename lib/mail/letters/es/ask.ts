/** Letters with a question, in Spanish. */
import type { AskWords } from '../ask/ask-words.ts';

export const es: AskWords = {
  subject: {
    identity: 'Ayúdenos a tener la seguridad de que es usted',
    clarification: 'Una pregunta sobre su solicitud',
    fee: 'Un canon por la respuesta a su solicitud',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Ha pedido a ${company} lo siguiente: ${wishes}. Antes de continuar necesitamos tener la seguridad de que es usted quien lo pide. Esto es lo que debemos saber:`,
    clarification: ({ company, wishes }) =>
      `Ha pedido a ${company} lo siguiente: ${wishes}. Para responder necesitamos saber más. Esta es nuestra pregunta:`,
    fee: ({ company, wishes }) =>
      `Ha pedido a ${company} lo siguiente: ${wishes}. Por regla general, estas solicitudes son gratuitas. Por esta pedimos un canon:`,
  },
  fee: ({ amount, reason }) => `El canon asciende a ${amount}. El motivo: ${reason}`,
  free: 'No tiene obligación de pagarlo: en la página de su solicitud puede retirarla, y entonces no nos deberá nada.',
  link: 'Responder a la pregunta',
  feeLink: 'Ver su solicitud o retirarla',
  reply: { text: 'También puede responder a este correo: una persona leerá su respuesta.', paper: 'También puede responder por carta.' },
  time: {
    none: (dueOn) => `Esta pregunta no cambia la fecha: responderemos a más tardar el ${dueOn}.`,
    still: 'Esta pregunta no cambia nada en el plazo: está suspendido hasta que haya respondido a lo que le preguntamos antes.',
    'stands-still': 'Hasta que responda, el plazo para nuestra respuesta no corre.',
    'begins-anew': {
      identity: 'El plazo para nuestra respuesta empieza cuando nos haya dicho lo que debemos saber.',
      clarification: 'El plazo para nuestra respuesta empieza cuando tengamos la suya.',
      fee: 'El plazo para nuestra respuesta empieza cuando se haya pagado el canon.',
    },
    reflection: (dueOn) =>
      `Tiene tiempo para pensarlo; el plazo para nuestra respuesta no empieza hasta entonces. Responderemos a más tardar el ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
