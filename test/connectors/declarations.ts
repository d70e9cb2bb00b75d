/** Small declarations for tests of the connectors. */
import { http } from '../../lib/connectors/http.ts';
import { postgres } from '../../lib/connectors/postgres.ts';
import type { ConnectorPort } from '../../lib/connectors/connector.ts';
import type { DatasetDefaults, HttpInput, PostgresInput, SystemInput } from '../../lib/domain/config/configuration-input.ts';
import { defineQuittance } from '../../lib/domain/config/define-quittance.ts';
import type { SystemDeclaration } from '../../lib/domain/configuration.ts';
import type { Retention } from '../../lib/domain/data-map.ts';

const DEFAULTS: DatasetDefaults = { purpose: 'To test', legalBasis: 'contract', recipients: [], retention: 'a day', provided: 'given' };

function declare(system: SystemInput): SystemDeclaration {
  const configuration = defineQuittance({
    controller: { name: 'C', address: 'A', country: 'DE', email: 'c@c.example', zone: 'Europe/Berlin' },
    laws: ['eu-gdpr'],
    languages: ['en'],
    mailFrom: 'c@c.example',
    recipients: [],
    identifiers: { customerId: 'Customer number', uid: 'User id' },
    systems: { tested: system },
  });
  return configuration.systems['tested']!;
}

/** A PostgreSQL system with these tables. */
export function declarePostgres(datasets: PostgresInput['datasets'], more: Partial<PostgresInput> = {}): SystemDeclaration {
  return declare(postgres({ label: 'Tested', secret: '/pg', defaults: DEFAULTS, datasets, ...more }));
}

/** An HTTP system with these datasets. */
export function declareHttp(datasets: HttpInput['datasets'], more: Partial<HttpInput> = {}): SystemDeclaration {
  return declare(http({ label: 'Tested', secret: '/http', defaults: DEFAULTS, datasets, ...more }));
}

/** A retention of whole years. */
export function retain(from: string, years: number, toYearEnd = false): Retention {
  return { ground: 'justifications:LegalObligation', article: '§ 1', from, years, toYearEnd, sentence: { en: 'Kept.' } };
}

/** A port that knows one secret. */
export function portWith(secret: string, now: () => number = () => Date.parse('2026-11-21T12:00:00Z')): ConnectorPort {
  return { secret: async () => secret, now };
}
