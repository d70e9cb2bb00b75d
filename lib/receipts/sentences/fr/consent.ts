/** Sentences of consents in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('fr');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'par e-mail',
  sms: 'par SMS',
  phone: 'par téléphone',
  post: 'par courrier',
  web: 'sur notre site web',
  app: 'dans notre application',
  push: 'par notification push',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `Le ${date(on)}, ${said} : « ${purpose} »${ways(channels)}${until === undefined ? '' : `, jusqu'au ${date(until)}`}.`;

export const consentFr: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided("nous vous avons demandé votre consentement, et vous n'avez pas encore décidé"),
    'dpv:ConsentRequestDeferred': decided('nous vous avons demandé votre consentement, et vous avez remis la décision à plus tard'),
    'dpv:ConsentGiven': decided('vous avez dit oui'),
    'dpv:RenewedConsentGiven': decided('vous avez dit oui une nouvelle fois'),
    'dpv:ConsentRefused': decided('vous avez dit non'),
    'dpv:ConsentWithdrawn': decided('vous avez retiré votre consentement'),
    'dpv:ConsentRevoked': decided("quelqu'un d'autre que vous a mis fin à votre consentement"),
    'dpv:ConsentExpired': decided('votre consentement a expiré'),
    'dpv:ConsentInvalidated': decided("il a été constaté que votre consentement n'est pas valable"),
    'dpv:ConsentUnknown': decided("on ne savait pas si vous étiez d'accord"),
  },
  withdraw: ({ url, method }) =>
    `À l'adresse ${url} vous pouvez retirer votre consentement à tout moment${method === undefined ? '' : ` (${method})`}.`,
};
