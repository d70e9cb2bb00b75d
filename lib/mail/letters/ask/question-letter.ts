/** The letter that asks the person something, with what the question does to the time: never more than the law says. */
import { catalogFor, type InEveryLanguage } from '../../../domain/languages.ts';
import { type Asking, effectsOfAsking, lawsTellApart, type QuestionEffect } from '../../../domain/clock/question-effect.ts';
import type { Configuration } from '../../../domain/configuration.ts';
import { lawById } from '../../../domain/law/laws.ts';
import type { QuestionText } from '../../../domain/question-text.ts';
import type { Request } from '../../../domain/request.ts';
import { type Block, type Letter, link, list, paragraph, written } from '../../letter.ts';
import { factsOf } from '../letters.ts';
import type { AskWords } from './ask-words.ts';
import { de } from '../de/ask.ts';
import { fr } from '../fr/ask.ts';
import { es } from '../es/ask.ts';
import { it } from '../it/ask.ts';
import { nl } from '../nl/ask.ts';
import { pt } from '../pt/ask.ts';
import { pl } from '../pl/ask.ts';
import { sv } from '../sv/ask.ts';
import { en } from '../en/ask.ts';

const CATALOGS: InEveryLanguage<AskWords> = { en, de, fr, es, it, nl, pt, pl, sv };

export interface QuestionToMail {
  configuration: Configuration;
  statusUrl: string;
  text: QuestionText;
  asking: Asking;
}

const namesOf = (laws: readonly string[]): string[] => laws.map((law) => lawById(law).shortName);

/** What the question does to the time: one sentence, or one for each part of the request where they differ. */
function timeBlock(words: AskWords, { about }: Asking, effects: readonly QuestionEffect[]): Block {
  const sentence = ({ effect, dueOn = '' }: QuestionEffect): string => words.time[effect](about, dueOn);
  const [only, ...others] = effects;
  if (only !== undefined && others.length === 0) return paragraph(sentence(only));
  const apart = lawsTellApart(effects);
  return list(effects.map((effect) => words.part({ laws: namesOf(effect.laws), rights: apart ? [] : effect.rights }, sentence(effect))));
}

/** The letter in the person's language. */
export function questionLetter(request: Request, { configuration, statusUrl, text, asking }: QuestionToMail): Letter {
  const words = catalogFor(CATALOGS, request.lang);
  const { about } = asking;
  const { signature, company, rights, reference } = factsOf(request, { configuration, statusUrl });
  const fee = text.fee && text.reason ? words.fee({ ...text.fee, reason: text.reason }) : [];
  return {
    subject: words.subject(about, reference),
    signature,
    blocks: [
      paragraph(words.lead(about, { company, rights })),
      ...written(text.words),
      ...fee.map(paragraph),
      link(words.link(about), statusUrl),
      { kind: 'paragraph', ...words.reply },
      timeBlock(words, asking, effectsOfAsking(request, configuration, asking)),
      paragraph(words.reference(reference)),
    ],
  };
}
