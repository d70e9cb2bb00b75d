/** What a notice of extension must say: checked before anything is signed or sent. */
import { BugError } from '../domain/errors.ts';
import type { Law } from '../domain/law/law.ts';
import { type Letter, letterText } from '../mail/letter.ts';

/** The notice as the person gets it, and what it has to say in their language. */
export interface Notice {
  letter: Letter;
  /** The article that allows it. */
  law: string;
  /** The new date as letters spell it. */
  newDate: string;
  reason: string;
  /** Name of the authority to complain to. */
  authority: string | undefined;
}

type Said = (text: string, notice: Notice) => boolean;

const saysDate: Said = (text, { newDate }) => text.includes(newDate);
const saysReason: Said = (text, { reason }) => reason.trim() !== '' && text.includes(reason);
const saysLaw: Said = (text, { law }) => text.includes(law);
/** In the middle of a line the authority goes without its article. */
const saysWhereToComplain: Said = (text, { authority }) => authority !== undefined && text.includes(authority.replace(/^The /, ''));

/** By the codes of the law data. A law that demands something else cannot be told of until it is here. */
const DEMANDS: Readonly<Record<string, Said>> = {
  new_time_limit: saysDate,
  how_long_it_will_take: saysDate,
  reason: saysReason,
  reasons: saysReason,
  reasons_for_delay: saysReason,
  right_to_complain_about_extension: saysWhereToComplain,
};

/** What is said whatever the law demands: nobody should have to wait without knowing until when, why, and who allows it. */
const ALWAYS: Readonly<Record<string, Said>> = { law: saysLaw, date: saysDate, reason: saysReason };

/** Codes of what the law demands and the notice does not say. */
export function missingIn(notice: Notice, { extension }: Pick<Law, 'extension'>): string[] {
  const text = letterText(notice.letter);
  const demanded = (extension?.noticeMustState ?? []).map((code) => [code, DEMANDS[code]] as const);
  return [...Object.entries(ALWAYS), ...demanded].filter(([, said]) => said?.(text, notice) !== true).map(([code]) => code);
}

/** Throws BugError for a notice that would be none under its law. */
export function requireComplete(notice: Notice, law: Pick<Law, 'id' | 'extension'>): void {
  const missing = missingIn(notice, law);
  if (missing.length > 0) {
    throw new BugError(`A notice of extension under ${law.id} lacks ${missing.join(', ')}`, { code: 'invariant' });
  }
}
