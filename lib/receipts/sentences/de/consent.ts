/** Sentences of consents in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('de');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'per E-Mail',
  sms: 'per SMS',
  phone: 'telefonisch',
  post: 'per Post',
  web: 'auf unserer Website',
  app: 'in unserer App',
  push: 'per Push-Nachricht',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `Am ${date(on)} ${said}: „${purpose}“${ways(channels)}${until === undefined ? '' : `, bis zum ${date(until)}`}.`;

export const consentDe: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('haben wir Sie um Ihre Einwilligung gebeten, und Sie haben noch nicht entschieden'),
    'dpv:ConsentRequestDeferred': decided('haben wir Sie um Ihre Einwilligung gebeten, und Sie haben die Entscheidung verschoben'),
    'dpv:ConsentGiven': decided('haben Sie Ja gesagt'),
    'dpv:RenewedConsentGiven': decided('haben Sie noch einmal Ja gesagt'),
    'dpv:ConsentRefused': decided('haben Sie Nein gesagt'),
    'dpv:ConsentWithdrawn': decided('haben Sie Ihre Einwilligung widerrufen'),
    'dpv:ConsentRevoked': decided('hat jemand anderes als Sie Ihre Einwilligung beendet'),
    'dpv:ConsentExpired': decided('ist Ihre Einwilligung abgelaufen'),
    'dpv:ConsentInvalidated': decided('wurde festgestellt, dass Ihre Einwilligung nicht gültig ist'),
    'dpv:ConsentUnknown': decided('war nicht bekannt, ob Sie einwilligen'),
  },
  withdraw: ({ url, method }) =>
    `Unter ${url} können Sie Ihre Einwilligung jederzeit widerrufen${method === undefined ? '' : ` (${method})`}.`,
};
