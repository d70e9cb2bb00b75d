/** Letters in Spanish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesEs } from './remedies.ts';

const { date: day, list: listed } = spellingOf('es');

/** With their articles, after a colon: "se pide lo siguiente: ...". */
const WISH: Record<Right, string> = {
  access: 'una copia de sus datos',
  portability: 'sus datos en un formato que pueda llevarse a otro sitio',
  erasure: 'la supresión de sus datos',
  rectification: 'la rectificación de sus datos',
  restriction: 'la limitación del tratamiento de sus datos',
  objection: 'el fin de un uso de sus datos',
  'opt-out': 'la exclusión voluntaria (opt-out)',
  'opt-out-of-sale': 'que sus datos no se vendan ni se compartan',
  'opt-out-of-targeted-ads': 'la exclusión de la publicidad dirigida',
  'opt-out-of-profiling': 'la exclusión de la elaboración de perfiles',
  limit: 'un límite al uso de sus datos sensibles',
  'withdraw-consent': 'la retirada de su consentimiento',
  appeal: 'un nuevo examen de nuestra decisión',
  complaint: 'una respuesta a su reclamación',
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Si responde a este correo, una persona leerá su respuesta.',
  paper: 'Nuestra dirección figura al principio de esta carta.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Ver cómo va su solicitud', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `Su referencia es ${reference}. Indíquela cuando nos escriba sobre esta solicitud. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'El archivo receipt.jws adjunto a este correo es un justificante firmado. Guárdelo: con él podrá demostrar a cualquiera, en cualquier momento y sin nuestra ayuda, lo que le hemos dicho aquí.',
  'Adjuntamos un justificante impreso. Guárdelo: el justificante firmado puede abrirse y comprobarse en la página a la que lleva su código.',
);

export const es: Letters = {
  day,

  closing,

  remedies: remedyLinesEs,

  acknowledgement: (facts) => ({
    subject: `Hemos recibido su solicitud ${facts.reference}: respuesta a más tardar el ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `El ${day(facts.receivedOn)} recibimos una solicitud en la que se pide lo siguiente: ${wishes(facts.rights)}. ${facts.company} responderá a más tardar el ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'A continuación comprobaremos que este buzón es suyo: recibirá un segundo correo con un enlace y un código. Utilice uno de los dos.',
              'A continuación comprobaremos que la solicitud es suya: recibirá una segunda carta con una dirección de Internet y un código. Utilice uno de los dos.',
            ),
          ]
        : [paragraph('Ahora no tiene que hacer nada.')]),
      eitherWay(
        'Si usted no ha pedido esto, puede ignorar este correo: sin su confirmación no se entrega nada y no se suprime nada.',
        'Si usted no ha pedido esto, puede ignorar esta carta: sin su confirmación no se entrega nada y no se suprime nada.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Recordatorio: confirme' : 'Confirme'} su solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'el enlace', paper: 'esta dirección de Internet' },
          (open) =>
            `Confirme, por favor, que ha pedido a ${facts.company} lo siguiente: ${wishes(facts.rights)}. Abra ${open} y pulse el botón:`,
        ),
      },
      link('Confirmar mi solicitud', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`${facts.askedBy} ha enviado esta solicitud en su nombre. Si usted no lo desea, no haga nada.`)]),
      paragraph('O escriba este código en la página que muestra cómo va su solicitud (véase más abajo):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Puede confirmar su solicitud hasta el ${day(facts.untilOn)}. Después tendríamos que cerrar la solicitud, porque solo nos está permitido entregar o suprimir datos cuando sabemos que es usted quien lo pide.`,
      ),
      eitherWay(
        'Si usted no ha pedido esto, no haga nada.',
        'Si no puede abrir la dirección, escríbanos: buscaremos otra forma de saber que es usted. Si usted no ha pedido esto, no haga nada.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `La primera parte de sus datos está lista: solicitud ${facts.reference}`
      : `Sus datos están disponibles hasta el ${day(facts.untilOn)}: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Descargar sus datos', facts.downloadUrl),
      eitherWay(
        `Puede descargarlos tantas veces como quiera hasta el ${day(facts.untilOn)}. Después los suprimiremos de nuestro espacio de entrega. Cualquiera que tenga este correo puede abrir el enlace; por eso le pedimos que no lo reenvíe.`,
        `Adjuntamos una copia impresa de sus datos. Si prefiere los archivos, puede abrir la dirección indicada arriba hasta el ${day(facts.untilOn)}. Después los suprimiremos de nuestro espacio de entrega. Cualquiera que tenga esta carta puede abrir la dirección.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `También nos ha pedido que suprimamos sus datos. Empezaremos cuando haya descargado su copia, o el ${day(facts.erasureFrom)} si no lo ha hecho. En la página de seguimiento puede indicarnos que no esperemos.`,
              `También nos ha pedido que suprimamos sus datos. Empezaremos cuando hayamos enviado su copia por correo postal, y a más tardar el ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Se ha suprimido una parte de sus datos: solicitud ${facts.reference}`
      : `Se han suprimido sus datos: justificante de ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Leer el justificante, sistema por sistema', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  answered: (facts) => ({
    subject: `Hemos respondido a su solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Leer el justificante', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Puede descargar sus datos hasta el ${day(facts.untilOn)}: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Descargar sus datos', facts.downloadUrl),
      eitherWay(
        `El enlace es válido hasta el ${day(facts.untilOn)}. No reenvíe este correo, por favor.`,
        `La dirección es válida hasta el ${day(facts.untilOn)}. Cualquiera que tenga esta carta puede abrirla.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Necesitamos más tiempo, hasta el ${day(facts.newDueOn)}: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Responderemos a su solicitud a más tardar el ${day(facts.newDueOn)}, en lugar del ${day(facts.dueOn)}. La ley lo permite: ${facts.law}. El motivo: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Si no está de acuerdo' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Esperamos su respuesta: solicitud ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `El ${day(facts.askedOn)} le hicimos una pregunta sobre su solicitud, en la que pide lo siguiente: ${wishes(facts.rights)}. Todavía no tenemos respuesta. Hasta que responda, no podemos entregar ni suprimir nada.`,
      ),
      link('Leer la pregunta y responder', facts.statusUrl),
      eitherWay(
        `Su referencia es ${facts.reference}. Si no entiende la pregunta, responda a este correo: una persona leerá su respuesta. Este es el único recordatorio que le enviamos.`,
        `Su referencia es ${facts.reference}. También puede responder por carta, y escribirnos si no entiende la pregunta. ${REACH.paper} Este es el único recordatorio que le enviamos.`,
      ),
    ],
  }),
};
