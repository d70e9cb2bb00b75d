/** What the demo CRM keeps, in a file of its own: contacts by customer id, and what was done with them. */
import { DatabaseSync } from 'node:sqlite';
import { DEMO_CUSTOMERS } from './load-shop.ts';
import { demoPeople } from './people.ts';
import { SeededRandom } from './seeded-random.ts';
import { FIRST_GENERATED_ID } from './shop-rows.ts';

const SCHEMA = `
  create table if not exists contacts (customer_id text primary key, sentinel text, company text, owner text, lead_score integer, created_on text);
  create table if not exists activities (id integer primary key, customer_id text, kind text, happened_on text, note text);
  create index if not exists activities_by_customer on activities (customer_id);`;

const OWNERS = ['Team North', 'Team South', 'Team Export'] as const;
const KINDS = ['call', 'mail', 'meeting'] as const;
const NOTES = ['Asked for a catalogue.', 'Wants an offer in spring.', 'Call again next month.', 'Interested in bulk prices.'] as const;

export interface Activity {
  id: number;
  kind: string;
  happenedOn: string;
  note: string;
}

export interface Contact {
  customerId: string;
  company: string | null;
  owner: string;
  leadScore: number;
  createdOn: string;
}

/** How the CRM misbehaves for a contact; the local part of the sentinel's address says it. */
export type Sentinel = 'crm-down' | 'crm-slow' | 'crm-nonsense' | 'crm-half' | 'crm-busy';

function sentinelOf(email: string): Sentinel | null {
  const local = email.split('@')[0]!;
  return local.startsWith('crm-') ? (local as Sentinel) : null;
}

function load(db: DatabaseSync): void {
  const random = new SeededRandom(7);
  const contact = db.prepare('insert into contacts values (?, ?, ?, ?, ?, ?)');
  const activity = db.prepare('insert into activities (customer_id, kind, happened_on, note) values (?, ?, ?, ?)');
  const add = (id: number, sentinel: Sentinel | null, activities: number): void => {
    contact.run(
      String(id),
      sentinel,
      random.chance(0.2) ? `Company ${id}` : null,
      random.pick(OWNERS),
      random.whole(0, 100),
      random.day(2015, 2025),
    );
    for (let n = 0; n < activities; n += 1) activity.run(String(id), random.pick(KINDS), random.day(2024, 2026), random.pick(NOTES));
  };
  for (const { customerId, email } of demoPeople()) {
    // Jonas never was a lead: a system in which nothing is found.
    if (customerId !== undefined && customerId !== 2) add(customerId, sentinelOf(email), 4);
  }
  for (let n = 0; n < DEMO_CUSTOMERS; n += 3) add(FIRST_GENERATED_ID + n, null, random.whole(0, 3));
}

/** The CRM's state; survives a restart. */
export class CrmStore {
  private readonly db: DatabaseSync;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(`pragma journal_mode = wal; pragma synchronous = normal; ${SCHEMA}`);
    const { count } = this.db.prepare('select count(*) as count from pragma_user_version where user_version = 1').get() as {
      count: number;
    };
    if (count === 0) this.fill();
  }

  private fill(): void {
    this.db.exec('begin; delete from contacts; delete from activities');
    load(this.db);
    this.db.exec('pragma user_version = 1; commit');
  }

  contacts(customerId: string): Contact[] {
    const sql =
      'select customer_id as customerId, company, owner, lead_score as leadScore, created_on as createdOn from contacts where customer_id = ?';
    return this.db.prepare(sql).all(customerId) as unknown as Contact[];
  }

  /** Activities after an id, oldest first. */
  activities(customerId: string, after: number, limit: number): Activity[] {
    const sql = 'select id, kind, happened_on as happenedOn, note from activities where customer_id = ? and id > ? order by id limit ?';
    return this.db.prepare(sql).all(customerId, after, limit) as unknown as Activity[];
  }

  sentinel(customerId: string): Sentinel | null {
    const row = this.db.prepare('select sentinel from contacts where customer_id = ?').get(customerId) as
      | { sentinel: Sentinel | null }
      | undefined;
    return row?.sentinel ?? null;
  }

  /** Ends the misbehaviour for a contact, as if its administrators had repaired the CRM. */
  repair(customerId: string): void {
    this.db.prepare('update contacts set sentinel = null where customer_id = ?').run(customerId);
  }

  /** Deletes a contact and its activities; with `keep`, so many activities stay behind. */
  erase(customerId: string, keep: number): { contacts: number; activities: number } {
    this.db.exec('begin');
    const contacts = keep > 0 ? 0 : this.db.prepare('delete from contacts where customer_id = ?').run(customerId).changes;
    const activities = this.db
      .prepare(
        'delete from activities where customer_id = ?1 and id not in (select id from activities where customer_id = ?1 order by id limit ?2)',
      )
      .run(customerId, keep).changes;
    this.db.exec('commit');
    return { contacts: Number(contacts), activities: Number(activities) };
  }

  close(): void {
    this.db.close();
  }
}
