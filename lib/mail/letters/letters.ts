/** Picks the catalog of a language, and gathers what every letter knows. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../domain/configuration.ts';
import type { Request } from '../../domain/request.ts';
import type { LetterFacts, Letters } from './catalog.ts';
import { de } from './de.ts';
import { en } from './en.ts';

const CATALOGS: Record<string, Letters> = { en, de };

/** The letters in a language, else in English. */
export function lettersIn(lang: string): Letters {
  return CATALOGS[lang] ?? en;
}

/** An instant as a civil date in the company's zone. */
export function civilDate(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
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
