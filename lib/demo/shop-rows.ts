/** Generates the demo shop's rows: ten thousand customers, and the people everybody may play. */
import { DEMO_PEOPLE, demoPeople, type DemoPerson } from './people.ts';
import { SeededRandom } from './seeded-random.ts';
import { SHOP_TABLES, type ShopTable } from './shop-schema.ts';
import { AGENTS, MAIL_DOMAINS, PRODUCTS, REGIONS, REVIEWS, SUBJECTS, type Region } from './vocabulary.ts';

export type Cell = string | number | boolean | null;
export type ShopRows = Record<ShopTable, Cell[][]>;

export const FIRST_GENERATED_ID = 1000;
const SEED = 20_261_121;

interface Customer {
  id: number;
  email: string;
  first: string;
  last: string;
  region: Region;
}

/** A plain form of a name for an address: `Jürgen Böttcher` -> `jurgen.bottcher`. */
function mailbox(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^a-z. ]/g, '')
    .replaceAll(' ', '.');
}

/** Collects rows with running ids. */
export class ShopWriter {
  readonly rows: ShopRows = Object.fromEntries(Object.keys(SHOP_TABLES).map((table) => [table, []])) as unknown as ShopRows;
  readonly random: SeededRandom;

  constructor(seed: number = SEED) {
    this.random = new SeededRandom(seed);
  }

  /** Adds a row and gives it the next id of its table. */
  add(table: ShopTable, ...cells: Cell[]): number {
    const id = this.rows[table].length + 1;
    this.rows[table].push([id, ...cells]);
    return id;
  }

  /** Adds a row of a table that has no running id. */
  put(table: ShopTable, ...cells: Cell[]): void {
    this.rows[table].push(cells);
  }
}

function ip(random: SeededRandom): string {
  // TEST-NET addresses of RFC 5737.
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.whole(1, 254)}`;
}

function writeAccount(to: ShopWriter, { id, email, first, last, region }: Customer): number {
  const { random } = to;
  to.put(
    'customers',
    id,
    email,
    first,
    last,
    `${region.phone}${random.whole(10_000, 99_999)}`,
    random.day(1950, 2006),
    region.country,
    region.language,
    random.instant(2010, 2025),
    random.pick(['frequent', 'seasonal', 'dormant']),
  );
  const [postal, city] = random.pick(region.cities);
  return to.add('addresses', id, 'delivery', `${random.pick(region.streets)} ${random.whole(1, 140)}`, postal, city, region.country);
}

function writeTraces(to: ShopWriter, { id, email }: Customer, hash: string): void {
  const { random } = to;
  to.put('credentials', id, hash, random.instant(2020, 2025));
  if (random.chance(0.4)) to.put('sessions', `sess-${random.hex(24)}`, id, random.instant(2026, 2026), ip(random), random.pick(AGENTS));
  for (let n = random.whole(0, 3); n > 0; n -= 1) to.add('login_events', id, random.instant(2025, 2026), ip(random), random.chance(0.95));
  if (random.chance(0.5)) to.put('newsletter_subscriptions', email, random.instant(2018, 2026), '{"topics":["offers","garden"]}');
}

function writeSocial(to: ShopWriter, { id, first, last }: Customer): void {
  const { random } = to;
  if (random.chance(0.3))
    to.add(
      'support_messages',
      id,
      random.instant(2023, 2026),
      random.pick(SUBJECTS),
      `Hello, this is about my parcel. Please call back. ${first}`,
    );
  if (random.chance(0.3))
    to.add(
      'reviews',
      id,
      `${first} ${last.slice(0, 1)}.`,
      random.pick(PRODUCTS)[0],
      random.whole(1, 5),
      random.pick(REVIEWS),
      random.day(2020, 2026),
    );
  if (random.chance(0.3)) to.add('wishlist_items', id, random.pick(PRODUCTS)[0], random.instant(2024, 2026));
  if (random.chance(0.1))
    to.add(
      'referrals',
      id,
      `${random.pick(REGIONS[0]!.first)} ${random.pick(REGIONS[0]!.last)}`,
      `friend${id}@example.net`,
      random.instant(2024, 2026),
    );
  if (random.chance(0.05))
    to.add('identity_checks', id, 'passport', `P${random.whole(10_000_000, 99_999_999)}`, random.day(2021, 2026), true);
}

function writeLoyalty(to: ShopWriter, id: number): void {
  const { random } = to;
  to.put('loyalty_accounts', id, `LC-${String(id).padStart(8, '0')}`, random.pick(['basic', 'silver', 'gold']), random.whole(0, 9000));
  for (let n = random.whole(1, 3); n > 0; n -= 1)
    to.add('loyalty_points', id, random.instant(2023, 2026), random.whole(5, 200), 'purchase');
}

interface OrderInput {
  customer: Customer;
  address: number;
  day: string;
  note?: string;
}

function writeOrder(to: ShopWriter, { customer: { id, first, last, region }, address, day, note }: OrderInput): void {
  const { random } = to;
  const lines = Array.from({ length: random.whole(1, 3) }, () => ({ product: random.pick(PRODUCTS), quantity: random.whole(1, 3) }));
  const total = (lines.reduce((sum, { product, quantity }) => sum + product[1] * quantity, 0) / 100).toFixed(2);
  const order = to.add('orders', id, address, day, 'delivered', total, region.country === 'US' ? 'USD' : 'EUR', note ?? null);
  for (const { product, quantity } of lines) to.add('order_lines', order, product[0], quantity, (product[1] / 100).toFixed(2));
  to.add('payments', order, 'card', String(random.whole(1000, 9999)), day, total);
  to.add(
    'invoices',
    order,
    `R-${day.slice(0, 4)}-${String(order).padStart(6, '0')}`,
    day,
    `${first} ${last}`,
    `${random.pick(region.streets)} 1, ${random.pick(region.cities)[1]}`,
    total,
  );
}

function writeGenerated(to: ShopWriter, id: number): void {
  const { random } = to;
  const region = random.chance(0.5) ? REGIONS[0]! : random.pick(REGIONS);
  const first = random.pick(region.first);
  const last = random.pick(region.last);
  const customer = { id, first, last, region, email: `${mailbox(`${first} ${last}`)}.${id}@${random.pick(MAIL_DOMAINS)}` };
  const address = writeAccount(to, customer);
  writeTraces(to, customer, `$argon2id$v=19$m=65536,t=3,p=4$${random.hex(16)}$${random.hex(32)}`);
  for (let n = random.whole(0, 3); n > 0; n -= 1) writeOrder(to, { customer, address, day: random.day(2012, 2026) });
  writeSocial(to, customer);
  if (random.chance(0.4)) writeLoyalty(to, id);
}

const [MARA, JONAS, LEA, SAM] = DEMO_PEOPLE;

/** What sets each of the named people apart. */
function writeStory(to: ShopWriter, customer: Customer, address: number): void {
  const order = (day: string, note?: string): void => writeOrder(to, { customer, address, day, ...(note !== undefined && { note }) });
  switch (customer.id) {
    case MARA.customerId:
      order('2025-03-14', 'Please ring twice');
      order('2011-06-01');
      to.put('sessions', MARA.secrets[3], customer.id, '2026-10-02T08:15:00Z', '192.0.2.17', AGENTS[0]);
      to.put('newsletter_subscriptions', customer.email, '2022-01-09T10:00:00Z', '{"topics":["offers"],"source":"checkout"}');
      to.add('identity_checks', customer.id, 'identity card', MARA.secrets[1], '2025-03-13', true);
      to.add(
        'support_messages',
        customer.id,
        '2025-03-20T09:30:00Z',
        'Delivery late',
        `My neighbour ${MARA.secrets[2]} took the parcel and was not told.`,
      );
      to.add('reviews', customer.id, 'Mara W.', 'Wool blanket', 5, 'Warm and soft.', '2025-04-01');
      return writeLoyalty(to, customer.id);
    case JONAS.customerId:
      return order('2011-02-11');
    case LEA.customerId:
      to.add(
        'support_messages',
        customer.id,
        '2026-02-03T17:05:00Z',
        'Question on warranty',
        `The lamp was a gift from ${LEA.secrets[1]}; can he return it?`,
      );
      to.add('referrals', customer.id, LEA.secrets[1], LEA.secrets[2], '2026-02-04T12:00:00Z');
      return;
    case SAM.customerId:
      order('2026-05-20');
      to.add('identity_checks', customer.id, 'driver licence', SAM.secrets[1], '2026-05-19', true);
      return;
    default:
      to.add('wishlist_items', customer.id, 'Bicycle bell', '2026-01-05T11:00:00Z');
  }
}

function writePerson(to: ShopWriter, person: DemoPerson & { customerId: number }): void {
  const [first = '', last = ''] = person.name.split(' ');
  const region = REGIONS.find(({ country }) => country === person.residence.slice(0, 2))!;
  const customer = { id: person.customerId, email: person.email, first, last, region };
  const address = writeAccount(to, customer);
  const hash = person.secrets.find((secret) => secret.startsWith('$argon2id$')) ?? `$argon2id$v=19$${to.random.hex(32)}`;
  to.put('credentials', customer.id, hash, '2025-01-01T00:00:00Z');
  to.add('login_events', customer.id, '2026-09-30T06:45:00Z', '192.0.2.44', true);
  writeStory(to, customer, address);
}

function isCustomer(person: DemoPerson): person is DemoPerson & { customerId: number } {
  return person.customerId !== undefined;
}

/** All rows of the shop with so many generated customers; always the same. */
export function shopRows(customers: number): ShopRows {
  const to = new ShopWriter();
  for (const person of demoPeople().filter(isCustomer)) writePerson(to, person);
  for (let n = 0; n < customers; n += 1) writeGenerated(to, FIRST_GENERATED_ID + n);
  return to.rows;
}
