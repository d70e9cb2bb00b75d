/** Sentences of consents in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('en');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'by email',
  sms: 'by text message',
  phone: 'by phone',
  post: 'by post',
  web: 'on our website',
  app: 'in our app',
  push: 'by push message',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `On ${date(on)} ${said}: “${purpose}”${ways(channels)}${until === undefined ? '' : `, until ${date(until)}`}.`;

export const consentEn: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('we asked you for your consent, and you have not decided yet'),
    'dpv:ConsentRequestDeferred': decided('we asked you for your consent, and you put off the decision'),
    'dpv:ConsentGiven': decided('you said yes'),
    'dpv:RenewedConsentGiven': decided('you said yes again'),
    'dpv:ConsentRefused': decided('you said no'),
    'dpv:ConsentWithdrawn': decided('you took back your consent'),
    'dpv:ConsentRevoked': decided('your consent was ended by somebody else than you'),
    'dpv:ConsentExpired': decided('your consent ran out'),
    'dpv:ConsentInvalidated': decided('your consent was found not to be valid'),
    'dpv:ConsentUnknown': decided('it was not known whether you agree'),
  },
  withdraw: ({ url, method }) => `At ${url} you can take back your consent at any time${method === undefined ? '' : ` (${method})`}.`,
};
