/** Sentences of consents in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('sv');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'via e-post',
  sms: 'via sms',
  phone: 'per telefon',
  post: 'per post',
  web: 'på vår webbplats',
  app: 'i vår app',
  push: 'via pushmeddelande',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `Den ${date(on)} ${said}: ”${purpose}”${ways(channels)}${until === undefined ? '' : `, till den ${date(until)}`}.`;

export const consentSv: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('bad vi om ditt samtycke, och du har inte bestämt dig än'),
    'dpv:ConsentRequestDeferred': decided('bad vi om ditt samtycke, och du sköt upp beslutet'),
    'dpv:ConsentGiven': decided('sade du ja'),
    'dpv:RenewedConsentGiven': decided('sade du ja igen'),
    'dpv:ConsentRefused': decided('sade du nej'),
    'dpv:ConsentWithdrawn': decided('återkallade du ditt samtycke'),
    'dpv:ConsentRevoked': decided('avslutades ditt samtycke av någon annan än du'),
    'dpv:ConsentExpired': decided('löpte ditt samtycke ut'),
    'dpv:ConsentInvalidated': decided('konstaterades det att ditt samtycke inte är giltigt'),
    'dpv:ConsentUnknown': decided('var det inte känt om du samtycker'),
  },
  withdraw: ({ url, method }) => `På ${url} kan du när som helst återkalla ditt samtycke${method === undefined ? '' : ` (${method})`}.`,
};
