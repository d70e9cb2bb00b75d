/** What staff wrote, as a letter: their words, then what ends every letter about a request. */
import type { Configuration } from '../../domain/configuration.ts';
import type { MessageText } from '../../domain/message-text.ts';
import type { Request } from '../../domain/request.ts';
import { type Letter, written } from '../letter.ts';
import { factsOf } from './letters.ts';
import { voiceOf, withClosing } from './voice.ts';

/** The letter; staff write in the person's language. */
export function messageLetter(
  request: Request,
  { configuration, statusUrl, text }: { configuration: Configuration; statusUrl: string; text: MessageText },
): Letter {
  const facts = factsOf(request, { configuration, statusUrl });
  const voice = voiceOf(request.lang);
  return withClosing(voice, facts, { subject: `${text.subject}${voice.colon}${request.reference}`, blocks: written(text.words) });
}
