/** Sentences of consents in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('nl');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'per e-mail',
  sms: 'per sms',
  phone: 'telefonisch',
  post: 'per post',
  web: 'op onze website',
  app: 'in onze app',
  push: 'met een pushbericht',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `Op ${date(on)} ${said}: ‘${purpose}’${ways(channels)}${until === undefined ? '' : `, tot ${date(until)}`}.`;

export const consentNl: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('hebben wij u om toestemming gevraagd, en u hebt nog niet beslist'),
    'dpv:ConsentRequestDeferred': decided('hebben wij u om toestemming gevraagd, en u hebt de beslissing uitgesteld'),
    'dpv:ConsentGiven': decided('hebt u ja gezegd'),
    'dpv:RenewedConsentGiven': decided('hebt u opnieuw ja gezegd'),
    'dpv:ConsentRefused': decided('hebt u nee gezegd'),
    'dpv:ConsentWithdrawn': decided('hebt u uw toestemming ingetrokken'),
    'dpv:ConsentRevoked': decided('heeft iemand anders dan u uw toestemming beëindigd'),
    'dpv:ConsentExpired': decided('is uw toestemming verlopen'),
    'dpv:ConsentInvalidated': decided('is vastgesteld dat uw toestemming niet geldig is'),
    'dpv:ConsentUnknown': decided('was niet bekend of u toestemming geeft'),
  },
  withdraw: ({ url, method }) => `Op ${url} kunt u uw toestemming op elk moment intrekken${method === undefined ? '' : ` (${method})`}.`,
};
