/** A configuration file for tests to spoil, and what is said about it. */
import { http } from '../../../lib/connectors/http.ts';
import { postgres } from '../../../lib/connectors/postgres.ts';
import { ConfigurationError, type Problem } from '../../../lib/domain/config/configuration-error.ts';
import type { ConfigurationInput, DatasetDefaults, HttpInput, PostgresInput } from '../../../lib/domain/config/configuration-input.ts';
import { defineQuittance } from '../../../lib/domain/config/define-quittance.ts';

export const DEFAULTS: DatasetDefaults = {
  purpose: 'To serve',
  legalBasis: 'contract',
  recipients: ['Host AG'],
  retention: 'a year',
  provided: 'given',
};
export const SENTENCE = { ground: 'justifications:LegalObligation', article: '§ 1', years: 8, sentence: 'Kept.' } as const;

export function shopInput(): PostgresInput {
  return {
    label: 'Shop',
    secret: '/shop',
    defaults: DEFAULTS,
    datasets: {
      users: {
        label: 'Users',
        match: { email: 'mail', customerId: 'id' },
        yields: { customerId: 'id' },
        columns: { id: 'technical derived', mail: 'contact' },
        erasure: { how: 'delete', shell: { mail: null } },
      },
      orders: {
        label: 'Orders',
        belongsTo: { user: 'users.id' },
        columns: { id: 'technical', user: 'technical', day: 'purchase observed' },
        erasure: { how: 'retain', retain: { ...SENTENCE, from: 'day' } },
      },
    },
  };
}

export function crmInput(): HttpInput {
  return {
    label: 'CRM',
    secret: '/crm',
    defaults: DEFAULTS,
    findAfter: ['shop'],
    datasets: {
      contacts: {
        label: 'Contacts',
        columns: { id: 'technical', note: 'profile derived never other' },
        erasure: 'delete',
        export: { method: 'GET', path: '/c/{identifier.customerId}', rows: '$.items' },
        erase: { method: 'DELETE', path: '/c/{row.id}' },
      },
    },
  };
}

export function input(): ConfigurationInput {
  return {
    controller: { name: 'Co', address: 'Street 1', country: 'DE', email: 'privacy@co.example', zone: 'Europe/Berlin' },
    laws: ['eu-gdpr'],
    languages: ['en'],
    mailFrom: 'privacy@co.example',
    recipients: [{ name: 'Host AG', role: 'processor', country: 'DE', purpose: 'Hosting' }],
    systems: { shop: postgres(shopInput()), crm: http(crmInput()) },
  };
}

/** The problems of the file after a change to it, made on plain data as a JavaScript file could. */
export function problemsAfter(change: (file: Loose) => void): Problem[] {
  const changed = raw();
  change(changed);
  try {
    defineQuittance(changed as unknown as ConfigurationInput);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

/** Plain data without types: these tests write what the types forbid. */
export interface Loose {
  [key: string]: Loose;
}
export function raw(): Loose {
  return structuredClone(input()) as unknown as Loose;
}

export const loose = (value: unknown): Loose => value as Loose;
export const users = (file: Loose): Loose => file['systems']!['shop']!['datasets']!['users']!;
export const orders = (file: Loose): Loose => file['systems']!['shop']!['datasets']!['orders']!;
export const contacts = (file: Loose): Loose => file['systems']!['crm']!['datasets']!['contacts']!;

/** What is spoilt, how, and the problems that are named. */
export type BadCase = [what: string, change: (file: Loose) => void, path: string, remedy?: RegExp];
