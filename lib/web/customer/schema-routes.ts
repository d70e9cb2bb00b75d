/** `/schemas/receipt/1`: the JSON Schema by which anybody can read the payload of a receipt. */
import { Hono } from 'hono';
import schema from '../../receipts/schema/receipt-1.schema.json' with { type: 'json' };
import { paths } from './paths.ts';
import type { CustomerPort } from './port.ts';

const HEADERS = {
  'Content-Type': 'application/schema+json',
  'Cache-Control': 'public, max-age=3600',
  'Access-Control-Allow-Origin': '*',
};

/** The schema, named by where it is served. */
export function schemaRoutes({ baseUrl }: Pick<CustomerPort, 'baseUrl'>): Hono {
  const { $schema, ...rest } = schema;
  const body = JSON.stringify({ $schema, $id: baseUrl + paths.receiptSchema, ...rest });
  return new Hono().get(paths.receiptSchema, (c) => c.body(body, 200, HEADERS));
}
