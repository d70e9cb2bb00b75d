/** The company of the tests: a shop whose orders tax law keeps and whose messages mention others, and a CRM behind it. */
import { http } from '../lib/connectors/http.ts';
import { postgres } from '../lib/connectors/postgres.ts';
import type { ConfigurationInput, DatasetDefaults } from '../lib/domain/config/configuration-input.ts';
import { defineQuittance } from '../lib/domain/config/define-quittance.ts';
import type { Configuration } from '../lib/domain/configuration.ts';
import type { Text } from '../lib/domain/data-map.ts';

const both = (text: string): Text => ({ en: text, de: `${text} (de)` });

const DEFAULTS: DatasetDefaults = {
  purpose: both('To run the shop'),
  legalBasis: 'contract',
  recipients: [],
  retention: both('two years'),
  provided: 'given',
};

const shop = postgres({
  label: { en: 'Shop', de: 'Laden' },
  secret: '/shop',
  defaults: DEFAULTS,
  datasets: {
    customers: {
      label: both('Account'),
      match: { email: 'email' },
      yields: { customerId: 'id' },
      columns: { id: 'technical', email: 'contact', name: 'name', password_hash: 'credentials never' },
      erasure: { how: 'delete', shell: { email: null, name: null, password_hash: null } },
    },
    orders: {
      label: both('Orders'),
      belongsTo: { customer_id: 'customers.id' },
      columns: { id: 'technical', customer_id: 'technical', placed_on: 'purchase', total: 'purchase' },
      erasure: {
        how: 'retain',
        retain: {
          ground: 'justifications:LegalObligation',
          article: '§ 147 AO',
          from: 'placed_on',
          years: 8,
          sentence: both('Tax law keeps orders.'),
        },
      },
    },
    messages: {
      label: both('Messages'),
      belongsTo: { customer_id: 'customers.id' },
      columns: { id: 'technical', customer_id: 'technical', text: 'correspondence', about_whom: 'correspondence other' },
      erasure: 'delete',
    },
  },
});

const crm = http({
  label: { en: 'Customer care', de: 'Kundendienst' },
  secret: '/crm',
  findAfter: ['shop'],
  defaults: DEFAULTS,
  datasets: {
    contacts: {
      label: both('Contacts'),
      columns: { id: 'technical', note: 'correspondence' },
      erasure: 'delete',
      export: { method: 'GET', path: '/contacts', query: { customer: '{identifier.customerId}' }, rows: '$' },
      erase: { method: 'DELETE', path: '/contacts', query: { customer: '{identifier.customerId}' } },
    },
  },
});

/** The configuration; `more` replaces whole sections. */
export function company(more: Partial<ConfigurationInput> = {}): Configuration {
  return defineQuittance({
    controller: {
      name: 'Größe GmbH',
      address: 'Musterweg 1, 12345 Berlin',
      country: 'DE-BE',
      email: 'privacy@shop.example',
      zone: 'Europe/Berlin',
    },
    dataProtectionOfficer: { name: 'Olga Ordnung', email: 'dpo@shop.example' },
    laws: ['eu-gdpr', 'us-ca-ccpa'],
    languages: ['en', 'de'],
    mailFrom: 'privacy@shop.example',
    recipients: [],
    identifiers: { customerId: both('Customer number') },
    systems: { shop, crm },
    ...more,
  });
}
