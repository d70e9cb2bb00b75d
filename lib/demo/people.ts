/** The people of the demo world whom everybody may play, with what is planted about them for tests to look for. */

export interface DemoPerson {
  email: string;
  name: string;
  /** ISO 3166-1, or -2 where the law depends on the region. */
  residence: string;
  /** Id in the shop; absent for somebody nobody knows. */
  customerId?: number;
  /** What there is to see. */
  story: string;
  /** Texts that must never appear in a package: password hash, national id, another person's name. */
  secrets: string[];
  /** Rows that tax law keeps when the person is deleted. */
  keptByLaw: boolean;
}

/** Ids below 1000 are these people; generated customers begin at 1000. */
export const DEMO_PEOPLE = [
  {
    email: 'mara.winter@example.com',
    name: 'Mara Winter',
    residence: 'DE',
    customerId: 1,
    keptByLaw: true,
    story: 'everything at once: an order tax law keeps, an old one it no longer keeps, an identity check, a message about a neighbour',
    secrets: [
      '$argon2id$v=19$m=65536,t=3,p=4$bWFyYXNhbHQ$9kQpWinterHash0001',
      'T22000129-WINTER',
      'Gerlinde Amselfeld',
      'sess-mara-7f3c9a',
    ],
  },
  {
    email: 'jonas.feld@example.com',
    name: 'Jonas Feld',
    residence: 'AT',
    customerId: 2,
    keptByLaw: false,
    story: 'one order of 2011, past every retention: nothing is kept',
    secrets: ['$argon2id$v=19$m=65536,t=3,p=4$am9uYXNzYWx0$2mRtFeldHash0002'],
  },
  {
    email: 'lea.brandt@example.org',
    name: 'Lea Brandt',
    residence: 'DE',
    customerId: 3,
    keptByLaw: false,
    story: 'never ordered; wrote a message that names another person, and invited a friend',
    secrets: ['$argon2id$v=19$m=65536,t=3,p=4$bGVhc2FsdA$7hXbBrandtHash0003', 'Korbinian Hasenstab', 'korbinian.hasenstab@example.net'],
  },
  {
    email: 'sam.rivers@example.net',
    name: 'Sam Rivers',
    residence: 'US-CA',
    customerId: 4,
    keptByLaw: true,
    story: 'a Californian with a recent order and an identity check',
    secrets: ['$argon2id$v=19$m=65536,t=3,p=4$c2Ftc2FsdA$4pLsRiversHash0004', 'CA-D7712093-RIVERS'],
  },
  {
    email: 'nora.nirgends@example.com',
    name: 'Nora Nirgends',
    residence: 'DE',
    keptByLaw: false,
    story: 'nobody holds anything about her',
    secrets: [],
  },
  {
    email: 'crm-down@example.com',
    name: 'Dora Sturm',
    residence: 'DE',
    customerId: 11,
    keptByLaw: false,
    story: 'the CRM answers 503 whenever it is asked about her',
    secrets: [],
  },
  {
    email: 'crm-slow@example.com',
    name: 'Lars Lange',
    residence: 'DE',
    customerId: 12,
    keptByLaw: false,
    story: 'the CRM takes longer than its time-out',
    secrets: [],
  },
  {
    email: 'crm-nonsense@example.com',
    name: 'Wilma Wirr',
    residence: 'DE',
    customerId: 13,
    keptByLaw: false,
    story: 'the CRM answers with an error page and status 200',
    secrets: [],
  },
  {
    email: 'crm-half@example.com',
    name: 'Henry Halb',
    residence: 'DE',
    customerId: 14,
    keptByLaw: false,
    story: 'the CRM says it deleted everything and keeps half',
    secrets: [],
  },
  {
    email: 'crm-busy@example.com',
    name: 'Betty Busch',
    residence: 'DE',
    customerId: 15,
    keptByLaw: false,
    story: 'the CRM answers 429 to every other request',
    secrets: [],
  },
] as const satisfies readonly DemoPerson[];

/** The people as plain records. */
export function demoPeople(): readonly DemoPerson[] {
  return DEMO_PEOPLE;
}
