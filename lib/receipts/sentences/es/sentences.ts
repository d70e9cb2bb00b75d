/** Sentences of receipts in Spanish. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('es');

/** With their articles: "nos ha pedido ...". */
const ASKED: Record<Right, string> = {
  access: 'el acceso a los datos que tenemos sobre usted',
  portability: 'sus datos en un formato que puedan leer otros programas',
  erasure: 'la supresión de sus datos',
  rectification: 'la rectificación de sus datos',
  restriction: 'la limitación del tratamiento de sus datos',
  objection: 'el fin del uso de sus datos a raíz de su oposición',
  'opt-out': 'que sus datos no se vendan ni se compartan',
  'opt-out-of-sale': 'que sus datos no se vendan ni se compartan',
  'opt-out-of-targeted-ads': 'el fin de la publicidad dirigida',
  'opt-out-of-profiling': 'el fin de la elaboración de perfiles',
  limit: 'un límite al uso de sus datos sensibles',
  'withdraw-consent': 'la retirada de su consentimiento',
  appeal: 'un nuevo examen de nuestra decisión',
  complaint: 'el examen de su reclamación',
};

const UNITS = {
  day: { one: 'día', other: 'días' },
  businessDay: { one: 'día hábil', other: 'días hábiles' },
  month: { one: 'mes', other: 'meses' },
};

const records = (number: number): string => count(number, { one: 'registro', other: 'registros', many: 'de registros' });
const systems = (number: number): string => count(number, { one: 'sistema', other: 'sistemas' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (previsto a más tardar el ${date(expectedOn)})`;

export const es: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} desde la recepción`,
  received: ({ rights, receivedOn, dueOn }) =>
    `El ${date(receivedOn)} recibimos su solicitud: ${asked(rights)}. Responderemos a más tardar el ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) =>
    `Necesitamos más tiempo. Nueva fecha: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Hemos reunido ${records(facts.records)} sobre usted procedentes de ${systems(facts.systems)}. Puede descargar su copia hasta el ${date(facts.until)}.`,
  nothingFound: (facts) =>
    `Hemos buscado en ${systems(facts.systems)} y no hemos encontrado datos sobre usted.${facts.until === undefined ? '' : ` Puede descargar esta respuesta hasta el ${date(facts.until)}.`}`,
  done: (rights) => `Hemos hecho lo que ha pedido: ${asked(rights)}.`,
  interim: (missing) =>
    `Esta es la primera parte de nuestra respuesta. Todavía falta: ${list(missing.map(expected))}. Recibirá el resto en cuanto lo tengamos.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) =>
        asSentence(`No hemos podido completar el trabajo en ${label}${reason === undefined ? '' : `: ${reason}`}`),
      )
      .join(' '),
  deleted: (facts) => `Hemos suprimido ${records(facts.records)} en ${systems(facts.systems)}.`,
  anonymised: (number) => `Hemos anonimizado ${records(number)}, de modo que ya nadie puede saber de quién se trataba.`,
  retained: (facts) => `Conservamos ${records(facts.records)} hasta el ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied: 'Ya no dicen quién es usted; permanecen porque los mencionan registros que la ley obliga a conservar.',
  backups: (on) => `Las copias de seguridad se sobrescriben a más tardar el ${date(on)}.`,
  recordKept: (years) => `Guardamos constancia de esta solicitud durante ${count(years, { one: 'año', other: 'años' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `En cuanto a ${list(held.map((name) => `«${name}»`))}, solo trabajamos por cuenta de ${to}. Trasladamos su solicitud a ${to} (${contact}) el ${date(on)}; es ${to} quien debe responderle.`,
  silence: 'No hemos podido comprobar que la solicitud es suya: le escribimos para pedirle una confirmación y no hemos recibido ninguna.',
  notGranted: ({ right, laws, instead }) =>
    `Nos ha pedido ${ASKED[right]}. La ley que se le aplica (${list(laws)}) no prevé este derecho.${instead.length === 0 ? '' : ` Aún puede pedirnos ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'No hemos hecho lo que ha pedido.' : 'No hemos hecho una parte de lo que ha pedido.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `El ${date(receivedOn)} recibimos su recurso contra nuestra respuesta a su solicitud ${of}. Alguien que no tomó esa decisión la examina de nuevo, y le comunicaremos el resultado y los motivos a más tardar el ${date(dueOn)}.`,
    granted: ({ of, rights, dueOn }) =>
      `Hemos examinado de nuevo nuestra respuesta a su solicitud ${of} y la cambiamos. Nos ha pedido ${asked(rights)}: lo haremos a más tardar el ${date(dueOn)}, y recibirá un justificante de ello.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Hemos examinado de nuevo nuestra respuesta a su solicitud ${of} y no la cambiamos. Nos ha pedido ${asked(rights)}: no lo haremos.`
        : `También nos ha pedido ${asked(rights)}: en esto no cambiamos nuestra decisión.`,
    reasons: (reason) => `Nuestros motivos: ${asSentence(reason)}`,
    decider: 'Esto lo ha decidido alguien que no tomó la primera decisión.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`presentar una reclamación ante la autoridad de control (${authority})`]),
      ...(court ? ['acudir a los tribunales'] : []),
      `escribirnos a ${reply}`,
    ];
    return `Si no está de acuerdo, puede ${either(ways)}.`;
  },
  nonRetaliation: 'No nos está permitido tratarle peor por haber presentado una solicitud.',
};
