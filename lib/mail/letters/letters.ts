/** The letters of a request in a language, and what every letter knows of it. */
import type { InEveryLanguage } from '../../domain/languages.ts';
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../domain/configuration.ts';
import type { Request } from '../../domain/request.ts';
import type { LetterFacts } from './catalog.ts';
import { de } from './de/letters.ts';
import { fr } from './fr/letters.ts';
import { es } from './es/letters.ts';
import { it } from './it/letters.ts';
import { nl } from './nl/letters.ts';
import { pt } from './pt/letters.ts';
import { pl } from './pl/letters.ts';
import { sv } from './sv/letters.ts';
import { en } from './en/letters.ts';
import type { LetterWords } from './letter-words.ts';
import { requestLetters } from './request-letters.ts';
import { spokenIn } from './voice.ts';

const CATALOGS: InEveryLanguage<LetterWords> = { en, de, fr, es, it, nl, pt, pl, sv };

/** The letters in a language, else in English. */
export const lettersIn = spokenIn(CATALOGS, requestLetters);

/** An instant as a civil date in the company's zone. */
export function civilDate(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

const LONGEST_NAME = 80;

/**
 * A name that one person typed, for a mail to another: it stays a name. Whoever asks in somebody's name must not be able
 * to have us mail that person a link or a message of theirs.
 */
export function asName(typed: string): string {
  const letters = typed
    .replaceAll(/[^\p{L}\p{M}\p{N}\s.,&'’()-]+/gu, ' ')
    .replaceAll(/\.(?=\S)/g, '. ')
    .replaceAll(/\s+/g, ' ');
  return [...letters.trim()].slice(0, LONGEST_NAME).join('');
}

/** What every letter about a request knows. */
export function factsOf(request: Request, { configuration, statusUrl }: { configuration: Configuration; statusUrl: string }): LetterFacts {
  const { controller, dataProtectionOfficer } = configuration;
  const contact = dataProtectionOfficer === undefined ? controller.email : `${dataProtectionOfficer.name}, ${dataProtectionOfficer.email}`;
  return {
    company: controller.name,
    signature: [controller.name, controller.address, contact],
    reference: request.reference,
    rights: request.rights,
    receivedOn: civilDate(request.receivedAt, controller.zone),
    dueOn: request.dueOn,
    statusUrl,
  };
}
