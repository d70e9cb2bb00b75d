/** Sentences of consents in Italian. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';
import { al, Il } from './dates.ts';

const { date, list } = spellingOf('it');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'per e-mail',
  sms: 'per SMS',
  phone: 'per telefono',
  post: 'per posta',
  web: 'sul nostro sito web',
  app: 'nella nostra app',
  push: 'con notifica push',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `${Il(date(on))} ${said}: «${purpose}»${ways(channels)}${until === undefined ? '' : `, fino ${al(date(until))}`}.`;

export const consentIt: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('Le abbiamo chiesto il consenso, e non ha ancora deciso'),
    'dpv:ConsentRequestDeferred': decided('Le abbiamo chiesto il consenso, e ha rinviato la decisione'),
    'dpv:ConsentGiven': decided('ha detto sì'),
    'dpv:RenewedConsentGiven': decided('ha detto di nuovo sì'),
    'dpv:ConsentRefused': decided('ha detto no'),
    'dpv:ConsentWithdrawn': decided('ha revocato il Suo consenso'),
    'dpv:ConsentRevoked': decided('qualcun altro ha posto fine al Suo consenso'),
    'dpv:ConsentExpired': decided('il Suo consenso è scaduto'),
    'dpv:ConsentInvalidated': decided('è stato accertato che il Suo consenso non è valido'),
    'dpv:ConsentUnknown': decided("non si sapeva se fosse d'accordo"),
  },
  withdraw: ({ url, method }) =>
    `All'indirizzo ${url} può revocare il Suo consenso in qualsiasi momento${method === undefined ? '' : ` (${method})`}.`,
};
