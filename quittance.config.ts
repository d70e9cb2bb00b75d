/** The configuration of the demo: an invented shop and its CRM. Copy it, and say what your systems hold. */
import { http } from './lib/connectors/http.ts';
import { postgres } from './lib/connectors/postgres.ts';
import { defineQuittance } from './lib/domain/config/define-quittance.ts';
import type { Retention, Text } from './lib/domain/data-map.ts';

// How to read a data map: a column's short form is its category, then where the value comes from (given, observed,
// derived), how it is shown (describe = only that we hold one, never = not at all; otherwise its value), and `other` if
// it is about somebody else. docs/connectors.md explains every key.

/** Vouchers and books are kept for years, to the end of the calendar year: § 147 Abs. 3 and 4 AO. */
function taxLaw(from: string, years: 8 | 10, what: Text): Retention {
  return {
    ground: 'justifications:LegalObligation',
    article: '§ 147 AO',
    from,
    years,
    toYearEnd: true,
    sentence: {
      en: `German tax law obliges us to keep ${what.en} for ${years} years, to the end of the year.`,
      de: `Das Steuerrecht verpflichtet uns, ${what['de']} ${years} Jahre bis zum Jahresende aufzubewahren.`,
    },
  };
}

const account: Text = { en: 'To keep your customer account', de: 'Führung Ihres Kundenkontos' };
const fulfilment: Text = { en: 'To deliver what you ordered and to settle payment', de: 'Lieferung und Abrechnung Ihrer Bestellungen' };
const security: Text = { en: 'To protect accounts against abuse', de: 'Schutz der Konten vor Missbrauch' };
const whileAccount: Text = { en: 'as long as your account exists', de: 'solange Ihr Konto besteht' };
const tenYears: Text = { en: '8 to 10 years, as tax law demands', de: '8 bis 10 Jahre, wie das Steuerrecht es verlangt' };

const shop = postgres({
  label: { en: 'Shop', de: 'Laden' },
  secret: '/quittance/connectors/shop',
  defaults: {
    purpose: account,
    legalBasis: 'contract',
    recipients: ['Musterhosting AG'],
    retention: whileAccount,
    provided: 'given',
  },
  datasets: {
    customers: {
      label: { en: 'Customer account', de: 'Kundenkonto' },
      match: { email: 'email', customerId: 'id' },
      yields: { customerId: 'id' },
      columns: {
        id: 'technical derived',
        email: 'contact given',
        first_name: 'name given',
        last_name: 'name given',
        phone: 'contact given',
        birth_date: 'demographic given',
        country: 'contact given',
        language: 'preference given',
        created_at: 'technical observed',
        segment: {
          category: 'profile',
          provided: 'derived',
          legalBasis: 'legitimate-interests',
          purpose: { en: 'To choose which offers to show', de: 'Auswahl passender Angebote' },
        },
      },
      // Orders that tax law keeps point at the account: then it stays as an empty shell.
      erasure: {
        how: 'delete',
        shell: {
          email: null,
          first_name: null,
          last_name: null,
          phone: null,
          birth_date: null,
          country: null,
          language: null,
          created_at: null,
          segment: null,
        },
      },
    },
    addresses: {
      label: { en: 'Addresses', de: 'Adressen' },
      belongsTo: { customer_id: 'customers.id' },
      recipients: ['Musterhosting AG', 'Eilpost Logistik GmbH'],
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        kind: 'contact given',
        street: 'contact given',
        postal_code: 'contact given',
        city: 'contact given',
        country: 'contact given',
      },
      erasure: 'delete',
    },
    credentials: {
      label: { en: 'Sign-in', de: 'Anmeldung' },
      key: 'customer_id',
      belongsTo: { customer_id: 'customers.id' },
      purpose: security,
      columns: { customer_id: 'technical derived', password_hash: 'credentials derived never', changed_at: 'technical observed' },
      erasure: 'delete',
    },
    sessions: {
      label: { en: 'Sessions', de: 'Sitzungen' },
      key: 'token',
      belongsTo: { customer_id: 'customers.id' },
      purpose: security,
      legalBasis: 'legitimate-interests',
      retention: { en: '30 days', de: '30 Tage' },
      columns: {
        token: 'credentials derived never',
        customer_id: 'technical derived',
        started_at: 'usage observed',
        ip: 'device observed',
        user_agent: 'device observed',
      },
      erasure: 'delete',
    },
    login_events: {
      label: { en: 'Sign-in history', de: 'Anmeldeverlauf' },
      belongsTo: { customer_id: 'customers.id' },
      purpose: security,
      legalBasis: 'legitimate-interests',
      retention: { en: '12 months', de: '12 Monate' },
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        at: 'usage observed',
        ip: 'device observed',
        succeeded: 'usage observed',
      },
      erasure: 'delete',
    },
    orders: {
      label: { en: 'Orders', de: 'Bestellungen' },
      belongsTo: { customer_id: 'customers.id' },
      refersTo: { delivery_address_id: 'addresses.id' },
      purpose: fulfilment,
      recipients: ['Musterhosting AG', 'Eilpost Logistik GmbH'],
      retention: tenYears,
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        delivery_address_id: 'technical derived',
        placed_on: 'purchase observed',
        status: 'purchase observed',
        total: 'purchase observed',
        currency: 'purchase given',
        note: 'purchase given',
      },
      erasure: {
        how: 'retain',
        // As long as the payments that refer to them.
        retain: taxLaw('placed_on', 10, { en: 'orders', de: 'Bestellungen' }),
        blank: ['delivery_address_id', 'note'],
      },
    },
    order_lines: {
      label: { en: 'Ordered goods', de: 'Bestellte Waren' },
      belongsTo: { order_id: 'orders.id' },
      purpose: fulfilment,
      retention: tenYears,
      columns: {
        id: 'technical derived',
        order_id: 'technical derived',
        product: 'purchase given',
        quantity: 'purchase given',
        unit_price: 'purchase observed',
      },
      erasure: { how: 'retain', retain: taxLaw('orders.placed_on', 8, { en: 'lists of ordered goods', de: 'Listen bestellter Waren' }) },
    },
    payments: {
      label: { en: 'Payments', de: 'Zahlungen' },
      belongsTo: { order_id: 'orders.id' },
      purpose: fulfilment,
      recipients: ['Musterhosting AG', 'Zahlwerk SE'],
      retention: tenYears,
      columns: {
        id: 'technical derived',
        order_id: 'technical derived',
        method: 'payment given',
        card_last4: 'payment given',
        paid_on: 'payment observed',
        amount: 'payment observed',
      },
      erasure: { how: 'retain', retain: taxLaw('paid_on', 10, { en: 'payments', de: 'Zahlungen' }), blank: ['card_last4'] },
    },
    invoices: {
      label: { en: 'Invoices', de: 'Rechnungen' },
      belongsTo: { order_id: 'orders.id' },
      purpose: fulfilment,
      legalBasis: 'legal-obligation',
      recipients: ['Musterhosting AG', 'Finanzamt Berlin'],
      retention: tenYears,
      columns: {
        id: 'technical derived',
        order_id: 'technical derived',
        number: 'purchase derived',
        issued_on: 'purchase observed',
        billing_name: 'name given',
        billing_address: 'contact given',
        total: 'purchase observed',
      },
      erasure: { how: 'retain', retain: taxLaw('issued_on', 8, { en: 'invoices', de: 'Rechnungen' }) },
    },
    support_messages: {
      label: { en: 'Messages to customer service', de: 'Nachrichten an den Kundendienst' },
      belongsTo: { customer_id: 'customers.id' },
      purpose: { en: 'To answer you', de: 'Beantwortung Ihrer Anliegen' },
      retention: { en: '3 years', de: '3 Jahre' },
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        sent_at: 'correspondence observed',
        subject: 'correspondence given',
        // People write about neighbours and relatives: somebody reads these before they are handed out.
        body: 'correspondence given other',
      },
      erasure: 'delete',
    },
    reviews: {
      label: { en: 'Product reviews', de: 'Produktbewertungen' },
      belongsTo: { customer_id: 'customers.id' },
      purpose: { en: 'To show what customers think of a product', de: 'Anzeige von Kundenmeinungen' },
      legalBasis: 'consent',
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        author_name: 'name given',
        product: 'opinion given',
        stars: 'opinion given',
        text: 'opinion given',
        written_on: 'opinion observed',
      },
      // The opinion stays, without its author.
      erasure: { how: 'anonymise', columns: { customer_id: null, author_name: 'Former customer' } },
    },
    newsletter_subscriptions: {
      label: { en: 'Newsletter', de: 'Newsletter' },
      key: 'email',
      match: { email: 'email' },
      purpose: { en: 'To send you offers', de: 'Zusendung von Angeboten' },
      legalBasis: 'consent',
      recipients: ['Musterhosting AG', 'Mailbird Inc.'],
      transfers: [{ country: 'US', safeguard: 'EU-US Data Privacy Framework, Art. 45 GDPR' }],
      retention: { en: 'until you unsubscribe', de: 'bis zur Abmeldung' },
      columns: { email: 'contact given', subscribed_at: 'usage observed', topics: 'preference given' },
      erasure: 'delete',
    },
    loyalty_accounts: {
      label: { en: 'Loyalty card', de: 'Kundenkarte' },
      key: 'customer_id',
      belongsTo: { customer_id: 'customers.id' },
      columns: {
        customer_id: 'technical derived',
        card_number: 'loyalty derived',
        tier: 'loyalty derived',
        balance: 'loyalty observed',
      },
      erasure: 'delete',
    },
    loyalty_points: {
      label: { en: 'Loyalty points', de: 'Treuepunkte' },
      belongsTo: { customer_id: 'loyalty_accounts.customer_id' },
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        booked_at: 'loyalty observed',
        points: 'loyalty observed',
        reason: 'loyalty observed',
      },
      erasure: 'delete',
    },
    wishlist_items: {
      label: { en: 'Wish list', de: 'Merkzettel' },
      belongsTo: { customer_id: 'customers.id' },
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        product: 'preference given',
        added_at: 'usage observed',
      },
      erasure: 'delete',
    },
    referrals: {
      label: { en: 'Friends you invited', de: 'Eingeladene Freunde' },
      belongsTo: { customer_id: 'customers.id' },
      legalBasis: 'legitimate-interests',
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        friend_name: 'name given other',
        friend_email: 'contact given other',
        sent_at: 'usage observed',
      },
      erasure: 'delete',
    },
    identity_checks: {
      label: { en: 'Identity checks', de: 'Ausweisprüfungen' },
      belongsTo: { customer_id: 'customers.id' },
      purpose: { en: 'To check your age before selling knives', de: 'Altersprüfung beim Verkauf von Messern' },
      legalBasis: 'legal-obligation',
      retention: { en: '2 years', de: '2 Jahre' },
      columns: {
        id: 'technical derived',
        customer_id: 'technical derived',
        document: 'identity given',
        // "shall not disclose ... Social Security number, driver's license number" but say that we hold it: 11 CCR 7024(d).
        national_id: {
          category: 'identity',
          provided: 'given',
          disclose: 'describe',
          label: { en: 'Number of your identity document', de: 'Nummer Ihres Ausweises' },
        },
        checked_on: 'identity observed',
        passed: 'identity derived',
      },
      erasure: 'delete',
    },
  },
});

const crm = http({
  label: { en: 'Customer relations', de: 'Kundenbetreuung' },
  secret: '/quittance/connectors/crm',
  // The CRM knows customers by the shop's number only.
  findAfter: ['shop'],
  timeoutMs: 5_000,
  defaults: {
    purpose: { en: 'To look after regular customers', de: 'Betreuung von Stammkunden' },
    legalBasis: 'legitimate-interests',
    recipients: ['Kontaktwolke Ltd.'],
    transfers: [{ country: 'GB', safeguard: 'Adequacy decision, Art. 45 GDPR' }],
    retention: { en: '3 years after the last contact', de: '3 Jahre nach dem letzten Kontakt' },
    source: { en: 'Our customer service', de: 'Unser Kundendienst' },
    provided: 'observed',
  },
  datasets: {
    contacts: {
      label: { en: 'Contact', de: 'Kontakt' },
      columns: {
        customerId: 'technical',
        company: 'employment given',
        owner: 'technical',
        leadScore: 'profile derived',
        createdOn: 'technical',
      },
      export: { method: 'GET', path: '/contacts/{identifier.customerId}', rows: '$.items', absent: [404] },
      erasure: 'delete',
    },
    activities: {
      label: { en: 'Activities', de: 'Vorgänge' },
      columns: { id: 'technical', kind: 'correspondence', happenedOn: 'correspondence', note: 'correspondence derived' },
      export: {
        method: 'GET',
        path: '/contacts/{identifier.customerId}/activities',
        rows: '$.items',
        paging: { query: 'after', next: '$.next' },
      },
      erasure: 'delete',
    },
  },
  // One request removes the contact with its activities; what is left is asked for afterwards.
  erase: { method: 'DELETE', path: '/contacts/{identifier.customerId}' },
});

export default defineQuittance({
  controller: {
    name: 'Musterladen GmbH',
    address: 'Beispielallee 12, 10115 Berlin',
    country: 'DE-BE',
    email: 'privacy@musterladen.example',
    url: 'https://musterladen.example',
    zone: 'Europe/Berlin',
  },
  dataProtectionOfficer: { name: 'Dr. Ottilie Beispiel', email: 'dpo@musterladen.example' },
  laws: ['eu-gdpr', 'us-ca-ccpa'],
  languages: ['en', 'de'],
  mailFrom: 'privacy@musterladen.example',
  mailbox: 'privacy@requests.musterladen.example',
  privacyNoticeUrl: 'https://musterladen.example/privacy',
  recipients: [
    { name: 'Musterhosting AG', role: 'processor', country: 'DE', purpose: { en: 'Runs our servers', de: 'Betrieb unserer Server' } },
    { name: 'Eilpost Logistik GmbH', role: 'controller', country: 'DE', purpose: { en: 'Delivers parcels', de: 'Zustellung von Paketen' } },
    { name: 'Zahlwerk SE', role: 'controller', country: 'DE', purpose: { en: 'Settles payments', de: 'Zahlungsabwicklung' } },
    { name: 'Finanzamt Berlin', role: 'authority', country: 'DE', purpose: { en: 'Audits our taxes', de: 'Steuerprüfung' } },
    { name: 'Mailbird Inc.', role: 'processor', country: 'US', purpose: { en: 'Sends the newsletter', de: 'Versand des Newsletters' } },
    { name: 'Kontaktwolke Ltd.', role: 'processor', country: 'GB', purpose: { en: 'Runs our CRM', de: 'Betrieb unseres CRM' } },
  ],
  identifiers: { customerId: { en: 'Customer number', de: 'Kundennummer' } },
  systems: { shop, crm },
});
