/** The letters of a request, in Spanish. */
import type { LetterWords } from '../letter-words.ts';

export const es: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Hemos recibido su solicitud ${reference}: respuesta a más tardar el ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `El ${receivedOn} recibimos una solicitud en la que se pide lo siguiente: ${wishes}. ${company} responderá a más tardar el ${dueOn}.`,
    check: {
      text: 'A continuación comprobaremos que este buzón es suyo: recibirá un segundo correo con un enlace y un código. Utilice uno de los dos.',
      paper:
        'A continuación comprobaremos que la solicitud es suya: recibirá una segunda carta con una dirección de Internet y un código. Utilice uno de los dos.',
    },
    nothingToDo: 'Ahora no tiene que hacer nada.',
    notYou: {
      text: 'Si usted no ha pedido esto, puede ignorar este correo: sin su confirmación no se entrega nada y no se suprime nada.',
      paper: 'Si usted no ha pedido esto, puede ignorar esta carta: sin su confirmación no se entrega nada y no se suprime nada.',
    },
  },

  verification: {
    subject: ({ reference }) => `Confirme su solicitud ${reference}`,
    reminder: ({ reference }) => `Recordatorio: confirme su solicitud ${reference}`,
    confirm: ({ company, wishes }) => `Confirme, por favor, que ha pedido a ${company} lo siguiente: ${wishes}.`,
    open: { text: 'Abra el enlace y pulse el botón:', paper: 'Abra esta dirección de Internet y pulse el botón:' },
    link: 'Confirmar mi solicitud',
    askedBy: ({ askedBy }) => `${askedBy} ha enviado esta solicitud en su nombre. Si usted no lo desea, no haga nada.`,
    code: 'O escriba este código en la página que muestra cómo va su solicitud (véase más abajo):',
    until: ({ untilOn }) =>
      `Puede confirmar su solicitud hasta el ${untilOn}. Después tendríamos que cerrar la solicitud, porque solo nos está permitido entregar o suprimir datos cuando sabemos que es usted quien lo pide.`,
    notYou: {
      text: 'Si usted no ha pedido esto, no haga nada.',
      paper:
        'Si no puede abrir la dirección, escríbanos: buscaremos otra forma de saber que es usted. Si usted no ha pedido esto, no haga nada.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Sus datos están disponibles hasta el ${untilOn}: solicitud ${reference}`,
    inPart: ({ reference }) => `La primera parte de sus datos está lista: solicitud ${reference}`,
    link: 'Descargar sus datos',
    until: ({ untilOn }) => ({
      text: `Puede descargarlos tantas veces como quiera hasta el ${untilOn}. Después los suprimiremos de nuestro espacio de entrega. Cualquiera que tenga este correo puede abrir el enlace; por eso le pedimos que no lo reenvíe.`,
      paper: `Adjuntamos una copia impresa de sus datos. Si prefiere los archivos, puede abrir la dirección indicada arriba hasta el ${untilOn}. Después los suprimiremos de nuestro espacio de entrega. Cualquiera que tenga esta carta puede abrir la dirección.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `También nos ha pedido que suprimamos sus datos. Empezaremos cuando haya descargado su copia, o el ${erasureFrom} si no lo ha hecho. En la página de seguimiento puede indicarnos que no esperemos.`,
      paper: `También nos ha pedido que suprimamos sus datos. Empezaremos cuando hayamos enviado su copia por correo postal, y a más tardar el ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Se han suprimido sus datos: justificante de ${reference}`,
    inPart: ({ reference }) => `Se ha suprimido una parte de sus datos: solicitud ${reference}`,
    link: 'Leer el justificante, sistema por sistema',
  },

  answered: { subject: ({ reference }) => `Hemos respondido a su solicitud ${reference}` },

  newLink: {
    subject: ({ untilOn, reference }) => `Puede descargar sus datos hasta el ${untilOn}: solicitud ${reference}`,
    until: ({ untilOn }) => ({
      text: `El enlace es válido hasta el ${untilOn}. No reenvíe este correo, por favor.`,
      paper: `La dirección es válida hasta el ${untilOn}. Cualquiera que tenga esta carta puede abrirla.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Necesitamos más tiempo, hasta el ${newDueOn}: solicitud ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Responderemos a su solicitud a más tardar el ${newDueOn}, en lugar del ${dueOn}. La ley lo permite: ${law}. El motivo: ${reason}`,
    disagree: 'Si no está de acuerdo',
  },

  questionReminder: {
    subject: ({ reference }) => `Esperamos su respuesta: solicitud ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `El ${askedOn} le hicimos una pregunta sobre su solicitud, en la que pide lo siguiente: ${wishes}. Todavía no tenemos respuesta. Hasta que responda, no podemos entregar ni suprimir nada.`,
    link: 'Leer la pregunta y responder',
    unclear: {
      text: 'Si no entiende la pregunta, responda a este correo: una persona leerá su respuesta.',
      paper: 'También puede responder por carta, y escribirnos si no entiende la pregunta.',
    },
    once: 'Este es el único recordatorio que le enviamos.',
  },
};
