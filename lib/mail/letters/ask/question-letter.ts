/** The letter that asks the person something, with what the question does to the time: never more than the law says. */
import type { InEveryLanguage } from '../../../domain/languages.ts';
import { type Asking, effectsOfAsking, lawsTellApart, type QuestionEffect } from '../../../domain/clock/question-effect.ts';
import type { Configuration } from '../../../domain/configuration.ts';
import { lawById } from '../../../domain/law/laws.ts';
import type { QuestionText } from '../../../domain/question-text.ts';
import type { Request } from '../../../domain/request.ts';
import { type Block, type Letter, link, list, paragraph, written } from '../../letter.ts';
import { factsOf } from '../letters.ts';
import { type Speech, spokenIn } from '../voice.ts';
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

const speechIn = spokenIn(CATALOGS, (words: AskWords, voice): Speech<AskWords> => ({ words, voice }));

export interface QuestionToMail {
  configuration: Configuration;
  statusUrl: string;
  text: QuestionText;
  asking: Asking;
}

/** What the question does to one date. */
function timeSentence({ words, voice }: Speech<AskWords>, { about }: Asking, { effect, dueOn }: QuestionEffect): string {
  const said = words.time[effect];
  if (typeof said === 'string') return said;
  return typeof said === 'function' ? said(dueOn === undefined ? '' : voice.day(dueOn)) : said[about];
}

/** What the question does to the time: one sentence, or one for each part of the request where they differ. */
function timeBlock(speech: Speech<AskWords>, asking: Asking, effects: readonly QuestionEffect[]): Block {
  const { words, voice } = speech;
  const sentence = (effect: QuestionEffect): string => timeSentence(speech, asking, effect);
  const [only, ...others] = effects;
  if (only !== undefined && others.length === 0) return paragraph(sentence(only));
  const apart = lawsTellApart(effects);
  const part = ({ laws, rights }: QuestionEffect): string => {
    const names = voice.list(laws.map((law) => lawById(law).shortName));
    return apart || rights.length === 0 ? names : words.part({ laws: names, wishes: voice.wishes(rights) });
  };
  return list(effects.map((effect) => `${part(effect)}${voice.colon}${sentence(effect)}`));
}

function feeBlocks({ words, voice }: Speech<AskWords>, { fee, reason }: QuestionText): Block[] {
  if (!fee || !reason) return [];
  return [words.fee({ amount: voice.money(fee.amount, fee.currency), reason }), words.free].map(paragraph);
}

/** The letter in the person's language. */
export function questionLetter(request: Request, { configuration, statusUrl, text, asking }: QuestionToMail): Letter {
  const speech = speechIn(request.lang);
  const { words, voice } = speech;
  const { about } = asking;
  const { signature, company, rights, reference } = factsOf(request, { configuration, statusUrl });
  return {
    subject: `${words.subject[about]}${voice.colon}${reference}`,
    signature,
    blocks: [
      paragraph(words.lead[about]({ company, wishes: voice.wishes(rights) })),
      ...written(text.words),
      ...feeBlocks(speech, text),
      link(about === 'fee' ? words.feeLink : words.link, statusUrl),
      paragraph({ text: words.reply.text, paper: `${words.reply.paper} ${voice.reach.paper}` }),
      timeBlock(speech, asking, effectsOfAsking(request, configuration, asking)),
      paragraph(`${voice.reference(reference)} ${voice.giveReference}`),
    ],
  };
}
