/** Companies whose requests are lived through in tests, each with the same three systems. */
import { http } from '../../lib/connectors/http.ts';
import type { ConfigurationInput, DatasetDefaults, HttpInput } from '../../lib/domain/config/configuration-input.ts';

const DEFAULTS: DatasetDefaults = {
  purpose: 'To run the shop',
  legalBasis: 'contract',
  recipients: [],
  retention: 'two years',
  provided: 'given',
};

/** Where a system of the tests reads its address and token. */
export const secretOf = (system: string): string => `/quittance/connectors/${system}`;

function system(name: string, { columns, who, more }: { columns: Record<string, string>; who: string; more: Partial<HttpInput> }) {
  return http({
    label: name,
    secret: secretOf(name),
    defaults: DEFAULTS,
    datasets: {
      [`${name}Rows`]: {
        label: `Rows of ${name}`,
        columns,
        erasure: 'delete',
        export: { method: 'GET', path: `/${name}/${who}`, rows: '$.items' },
        ...(name === 'shop' ? { yields: { customerId: 'id' } } : {}),
      },
    },
    ...more,
  });
}

const BY_EMAIL = '{identifier.email}';
const BY_NUMBER = '{identifier.customerId}';

/** `shop` answers at once; `crm` knows customers by the shop's number; `archive` answers by calling back. */
const systems = {
  shop: system('shop', {
    columns: { id: 'technical', email: 'contact', name: 'name' },
    who: BY_EMAIL,
    more: { erase: { method: 'DELETE', path: `/shop/${BY_EMAIL}` } },
  }),
  crm: system('crm', {
    columns: { id: 'technical', note: 'correspondence' },
    who: BY_NUMBER,
    more: { findAfter: ['shop'], erase: { method: 'DELETE', path: `/crm/${BY_NUMBER}` } },
  }),
  archive: system('archive', {
    columns: { id: 'technical', name: 'name' },
    who: BY_EMAIL,
    more: {
      later: {
        export: { method: 'POST', path: `/archive/${BY_EMAIL}/export`, body: { to: '{callbackUrl}' }, rows: { archiveRows: '$.items' } },
        erase: { method: 'POST', path: `/archive/${BY_EMAIL}/erase`, body: { to: '{callbackUrl}' }, erased: { archiveRows: '$.erased' } },
      },
    },
  }),
};

const shared = {
  languages: ['en'],
  mailFrom: 'privacy@musterladen.example',
  recipients: [],
  identifiers: { customerId: 'Customer number' },
  systems,
};

/** Keeps its records for three years, as nobody told it otherwise. */
export const european: ConfigurationInput = {
  controller: {
    name: 'Beispiel GmbH',
    address: 'Musterweg 1, 12345 Berlin',
    country: 'DE-BE',
    email: 'privacy@musterladen.example',
    zone: 'Europe/Berlin',
  },
  laws: ['eu-gdpr'],
  ...shared,
};

/** Keeps its records for "at least 24 months" (11 CCR 7101(a)) and not longer. */
export const californian: ConfigurationInput = {
  controller: {
    name: 'Sample Inc.',
    address: '1 Sample Street, Sacramento, CA 95814',
    country: 'US-CA',
    email: 'privacy@musterladen.example',
    zone: 'America/Los_Angeles',
  },
  laws: ['us-ca-ccpa'],
  policies: { recordYears: 2 },
  ...shared,
};

/** Takes the pauses that the law of the Union leaves to the company: who is asked which data they mean has time to say so. */
export const berlin: ConfigurationInput = { ...european, policies: { optionalPauses: true } };

/** Sells to many places from one where no law of ours holds: the residence of whoever asks picks the law. */
export const newYork: ConfigurationInput = {
  controller: {
    name: 'Sample Inc.',
    address: '1 Sample Street, New York, NY 10001',
    country: 'US-NY',
    email: 'privacy@musterladen.example',
    zone: 'America/New_York',
  },
  laws: ['uk-gdpr', 'us-ca-ccpa', 'us-va', 'us-co', 'ch-fadp', 'ca-pipeda', 'br-lgpd'],
  ...shared,
};
