/** Sentences of consents in Polish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { day } from './sentences.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { list } = spellingOf('pl');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'e-mailem',
  sms: 'SMS-em',
  phone: 'telefonicznie',
  post: 'pocztą',
  web: 'na naszej stronie internetowej',
  app: 'w naszej aplikacji',
  push: 'powiadomieniem push',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `W dniu ${day(on)} ${said}: „${purpose}”${ways(channels)}${until === undefined ? '.' : `, do ${day(until)}`}`;

export const consentPl: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('poprosiliśmy Państwa o zgodę, a Państwo jeszcze nie zdecydowali'),
    'dpv:ConsentRequestDeferred': decided('poprosiliśmy Państwa o zgodę, a Państwo odłożyli decyzję'),
    'dpv:ConsentGiven': decided('odpowiedzieli Państwo „tak”'),
    'dpv:RenewedConsentGiven': decided('ponownie odpowiedzieli Państwo „tak”'),
    'dpv:ConsentRefused': decided('odpowiedzieli Państwo „nie”'),
    'dpv:ConsentWithdrawn': decided('wycofali Państwo swoją zgodę'),
    'dpv:ConsentRevoked': decided('Państwa zgodę zakończył ktoś inny niż Państwo'),
    'dpv:ConsentExpired': decided('Państwa zgoda wygasła'),
    'dpv:ConsentInvalidated': decided('stwierdzono, że Państwa zgoda jest nieważna'),
    'dpv:ConsentUnknown': decided('nie było wiadomo, czy Państwo się zgadzają'),
  },
  withdraw: ({ url, method }) =>
    `Pod adresem ${url} mogą Państwo w każdej chwili wycofać swoją zgodę${method === undefined ? '' : ` (${method})`}.`,
};
