/** `/receipts/<id>.jsonld` and `/receipts/<id>.kantara.json`: what a receipt says, in the forms that other programs read. */
import { type Context, Hono } from 'hono';
import { readId } from '../../domain/ids.ts';
import { dpvRecord } from '../../receipts/export/dpv.ts';
import { kantaraReceipt } from '../../receipts/export/kantara.ts';
import { receiptPayload, type ReceiptPayload } from '../../receipts/payload.ts';
import { problemJson } from '../ui/problem.ts';
import type { CustomerPort } from './port.ts';

interface Found {
  jws: string;
  payload: ReceiptPayload;
}

async function find(port: CustomerPort, name: string): Promise<Found | undefined> {
  const id = readId('rcp', name);
  const view = id === undefined ? undefined : await port.receipt(id);
  const read = receiptPayload.safeParse(view?.payload);
  return view === undefined || !read.success ? undefined : { jws: view.jws, payload: read.data };
}

function missing(c: Context, detail: string): Response {
  return problemJson(c, { title: 'There is no such form of a receipt', status: 404, detail });
}

const UNKNOWN = 'No receipt has this id.';

/** The part of the path before the ending. */
const nameIn = (c: Context, ending: string): string => c.req.path.slice('/receipts/'.length, -ending.length);

/** Comes before the routes that take everything under `/receipts/`. */
export function receiptExportRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/receipts/:file{.+\\.jsonld}', async (c) => {
    const found = await find(port, nameIn(c, '.jsonld'));
    if (found === undefined) return missing(c, UNKNOWN);
    return c.body(JSON.stringify(dpvRecord(found.payload)), 200, { 'Content-Type': 'application/ld+json' });
  });
  routes.get('/receipts/:file{.+\\.kantara\\.json}', async (c) => {
    const found = await find(port, nameIn(c, '.kantara.json'));
    if (found === undefined) return missing(c, UNKNOWN);
    const { payload, jws } = found;
    if (payload.kind !== 'consent') return missing(c, 'Kantara has a form for consents only.');
    const receipt = kantaraReceipt(payload, jws);
    return receipt === undefined ? missing(c, "Kantara's form can only say yes, and nothing is agreed to here.") : c.json(receipt);
  });
  return routes;
}
