/** Sentences of consents in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('es');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'por correo electrónico',
  sms: 'por SMS',
  phone: 'por teléfono',
  post: 'por correo postal',
  web: 'en nuestro sitio web',
  app: 'en nuestra aplicación',
  push: 'por notificación push',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `El ${date(on)} ${said}: «${purpose}»${ways(channels)}${until === undefined ? '' : `, hasta el ${date(until)}`}.`;

export const consentEs: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('le pedimos su consentimiento, y todavía no ha decidido'),
    'dpv:ConsentRequestDeferred': decided('le pedimos su consentimiento, y aplazó la decisión'),
    'dpv:ConsentGiven': decided('dijo que sí'),
    'dpv:RenewedConsentGiven': decided('volvió a decir que sí'),
    'dpv:ConsentRefused': decided('dijo que no'),
    'dpv:ConsentWithdrawn': decided('retiró su consentimiento'),
    'dpv:ConsentRevoked': decided('alguien que no es usted puso fin a su consentimiento'),
    'dpv:ConsentExpired': decided('su consentimiento caducó'),
    'dpv:ConsentInvalidated': decided('se determinó que su consentimiento no es válido'),
    'dpv:ConsentUnknown': decided('no se sabía si estaba de acuerdo'),
  },
  withdraw: ({ url, method }) =>
    `En ${url} puede retirar su consentimiento en cualquier momento${method === undefined ? '' : ` (${method})`}.`,
};
