/** Sentences of consents in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { ConsentSentences, Decided } from '../consent.ts';

const { date, list } = spellingOf('pt');

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'por e-mail',
  sms: 'por SMS',
  phone: 'por telefone',
  post: 'pelo correio',
  web: 'no nosso site',
  app: 'via app',
  push: 'por notificação push',
};

const ways = (channels: readonly string[]): string =>
  channels.length === 0 ? '' : ` (${list(channels.map((channel) => CHANNELS[channel] ?? channel))})`;

/** `said` stands between the date and what it was about. */
const decided =
  (said: string) =>
  ({ on, purpose, channels, until }: Decided): string =>
    `Em ${date(on)} ${said}: “${purpose}”${ways(channels)}${until === undefined ? '' : `, até ${date(until)}`}.`;

export const consentPt: ConsentSentences = {
  decided: {
    'dpv:ConsentRequested': decided('pedimos o seu consentimento, e a decisão ainda não foi tomada'),
    'dpv:ConsentRequestDeferred': decided('pedimos o seu consentimento, e a sua resposta foi decidir mais tarde'),
    'dpv:ConsentGiven': decided('a sua resposta foi sim'),
    'dpv:RenewedConsentGiven': decided('a sua resposta foi novamente sim'),
    'dpv:ConsentRefused': decided('a sua resposta foi não'),
    'dpv:ConsentWithdrawn': decided('a sua decisão foi retirar o consentimento'),
    'dpv:ConsentRevoked': decided('o seu consentimento terminou por decisão de outra pessoa'),
    'dpv:ConsentExpired': decided('o seu consentimento expirou'),
    'dpv:ConsentInvalidated': decided('concluiu-se que o seu consentimento não é válido'),
    'dpv:ConsentUnknown': decided('não se sabia se dá o seu consentimento'),
  },
  withdraw: ({ url, method }) =>
    `Em ${url} pode retirar o seu consentimento a qualquer momento${method === undefined ? '' : ` (${method})`}.`,
};
