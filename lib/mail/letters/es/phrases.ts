/** What letters of every kind say, in Spanish. */
import type { Phrases } from '../phrases.ts';

export const es: Phrases = {
  /** With their articles, after a colon: "se pide lo siguiente: ...". */
  wish: {
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
  },
  reference: (reference) => `Su referencia es ${reference}.`,
  giveReference: 'Indíquela cuando nos escriba sobre esta solicitud.',
  reach: {
    text: 'Si responde a este correo, una persona leerá su respuesta.',
    paper: 'Nuestra dirección figura al principio de esta carta.',
  },
  statusLink: 'Ver cómo va su solicitud',
  receiptLink: 'Leer el justificante',
  decisionLink: 'Leer la decisión',
  whatYouCanDo: 'Qué puede hacer',
  keepReceipt: {
    text: 'El archivo receipt.jws adjunto a este correo es un justificante firmado. Guárdelo: con él podrá demostrar a cualquiera, en cualquier momento y sin nuestra ayuda, lo que le hemos dicho aquí.',
    paper:
      'Adjuntamos un justificante impreso. Guárdelo: el justificante firmado puede abrirse y comprobarse en la página a la que lleva su código.',
  },
  colon: ': ',
};
