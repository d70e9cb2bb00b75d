/** What a receipt says about the part of a request that somebody else must answer. */
import type { Configuration } from '../domain/configuration.ts';
import { heldNames } from '../domain/passing-on.ts';
import type { Request } from '../domain/request.ts';
import { dateAt } from './build-frame.ts';
import { sentencesIn } from './sentences/sentences.ts';

/** One sentence for each controller, in the language of the request. */
export function passedOnSentences(
  { passedOn, brand, lang: wanted }: Pick<Request, 'passedOn' | 'brand' | 'lang'>,
  configuration: Configuration,
): string[] {
  const { lang, say } = sentencesIn(wanted);
  return passedOn.map(({ to, contact, systems, at }) =>
    say.passedOn({ held: heldNames(configuration, { brand, held: systems, lang }), to, contact, on: dateAt(at, configuration) }),
  );
}
