/** What staff wrote, as a letter: their words, then what ends every letter about a request. */
import type { Configuration } from '../../domain/configuration.ts';
import type { MessageText } from '../../domain/message-text.ts';
import type { Request } from '../../domain/request.ts';
import { type Letter, written } from '../letter.ts';
import { factsOf, lettersIn } from './letters.ts';

/** The letter; staff write in the person's language. */
export function messageLetter(
  request: Request,
  { configuration, statusUrl, text }: { configuration: Configuration; statusUrl: string; text: MessageText },
): Letter {
  const facts = factsOf(request, { configuration, statusUrl });
  return {
    subject: `${text.subject}: ${request.reference}`,
    signature: facts.signature,
    blocks: [...written(text.words), ...lettersIn(request.lang).closing(facts)],
  };
}
