/** Deletion in an HTTP system, by one request per dataset, per row, or for the whole system; and the check afterwards. */
import type { HttpDatasetRequests, HttpErase, HttpSettings } from '../domain/config/http-settings.ts';
import { placeholdersOf } from '../domain/config/placeholders.ts';
import type { NamedDataset } from '../domain/data-map.ts';
import type { EraseResult, Kept, Subject, VerifyResult } from './connector.ts';
import type { HttpClient } from './http-client.ts';
import { countOf, readCount, readRowPages } from './http-rows.ts';
import { fillingsFor, fillRequest, withRow, type Filling } from './http-template.ts';
import { addKept, judgeRow, type Today } from './retention-of-rows.ts';

const DONE = [200, 201, 202, 204];

export interface HttpWorld {
  client: HttpClient;
  settings: HttpSettings;
  datasets: NamedDataset[];
  subject: Subject;
  /** The day it is where the system's days are counted. */
  day: Today;
}

interface Place extends HttpWorld {
  dataset: NamedDataset;
  requests: HttpDatasetRequests;
}

interface Judged {
  /** Rows that should be gone or emptied. */
  left: number;
  kept?: Kept;
}

async function judgeListed({ client, requests, subject, dataset, day }: Place): Promise<Judged> {
  const judged: Judged = { left: 0 };
  for await (const { rows } of readRowPages(client, requests.export, subject)) {
    for (const row of rows) {
      const judgement = judgeRow(row, dataset.erasure, day);
      if (judgement.row !== 'fine') judged.left += 1;
      if (judgement.row !== 'due' && judgement.until) judged.kept = addKept(judged.kept, judgement.until);
    }
  }
  return judged;
}

/** What is left of a dataset now. Counting requests cannot tell rows that stay from rows that should go. */
async function judge(place: Place): Promise<Judged> {
  const { client, requests, subject, dataset } = place;
  const count = requests.verify ?? (dataset.erasure.how === 'delete' ? requests.find : undefined);
  if (!count || dataset.erasure.how === 'retain') return judgeListed(place);
  return { left: await readCount(client, count, subject) };
}

/** Sends one filled request; the number erased as the system says, or undefined if it does not say. */
async function send(client: HttpClient, request: HttpErase, filling: Filling): Promise<number | undefined> {
  const filled = fillRequest(request, filling);
  const answer = filled ? await client.send(filled, DONE) : ({ absent: true } as const);
  if (answer.absent) return 0;
  return request.erased === undefined ? undefined : countOf(answer.body, request.erased);
}

/** Rows are collected before the first is erased: erasing while listing would shift the pages. */
async function eraseRowByRow({ client, requests, subject, dataset, day }: Place, request: HttpErase): Promise<number> {
  const due: Filling[] = [];
  const names = placeholdersOf(request)
    .filter((name) => name.startsWith('row.'))
    .map((name) => name.slice(4));
  for await (const { rows, filling } of readRowPages(client, requests.export, subject)) {
    for (const row of rows.filter((one) => judgeRow(one, dataset.erasure, day).row !== 'fine')) {
      due.push(withRow(filling, Object.fromEntries(names.map((name) => [name, row[name] ?? null]))));
    }
  }
  let erased = 0;
  for (const filling of due) erased += (await send(client, request, filling)) ?? 1;
  return erased;
}

async function eraseAtOnce({ client, subject }: HttpWorld, request: HttpErase): Promise<number | undefined> {
  let erased: number | undefined = 0;
  for (const filling of fillingsFor(request, subject)) {
    const count = await send(client, request, filling);
    erased = count === undefined || erased === undefined ? undefined : erased + count;
  }
  return erased;
}

async function eraseDataset(place: Place): Promise<{ erased: number; kept?: Kept }> {
  const request = place.requests.erase!;
  if (placeholdersOf(request).some((name) => name.startsWith('row.'))) {
    const erased = await eraseRowByRow(place, request);
    return { erased, ...(await keptOf(place)) };
  }
  const before = request.erased === undefined ? (await judge(place)).left : 0;
  const said = await eraseAtOnce(place, request);
  if (said !== undefined) return { erased: said, ...(await keptOf(place)) };
  const after = await judge(place);
  return { erased: Math.max(0, before - after.left), ...(after.kept && { kept: after.kept }) };
}

async function keptOf(place: Place): Promise<{ kept?: Kept }> {
  if (place.dataset.erasure.how !== 'retain') return {};
  const { kept } = await judgeListed(place);
  return kept ? { kept } : {};
}

function placeOf(world: HttpWorld, dataset: NamedDataset): Place {
  return { ...world, dataset, requests: world.settings.requests[dataset.name]! };
}

/** Datasets without a request of their own are erased by the system's one request and counted before and after. */
async function eraseTogether(world: HttpWorld, places: Place[], result: EraseResult): Promise<void> {
  const request = world.settings.erase;
  if (!request || places.length === 0) return;
  const before = new Map<string, number>();
  for (const place of places) before.set(place.dataset.name, (await judge(place)).left);
  await eraseAtOnce(world, request);
  for (const place of places) {
    const { name } = place.dataset;
    const after = await judge(place);
    result.erased[name] = Math.max(0, (before.get(name) ?? 0) - after.left);
    if (after.kept) result.kept[name] = after.kept;
  }
}

/** Erases the person from every dataset. */
export async function eraseHttp(world: HttpWorld): Promise<EraseResult> {
  const result: EraseResult = { erased: {}, kept: {} };
  const places = world.datasets.map((dataset) => placeOf(world, dataset));
  for (const place of places.filter(({ requests }) => requests.erase)) {
    const { erased, kept } = await eraseDataset(place);
    result.erased[place.dataset.name] = erased;
    if (kept) result.kept[place.dataset.name] = kept;
  }
  await eraseTogether(
    world,
    places.filter(({ requests }) => !requests.erase),
    result,
  );
  return result;
}

/** Asks the system again what is left. */
export async function verifyHttp(world: HttpWorld): Promise<VerifyResult> {
  const result: VerifyResult = { left: {}, kept: {} };
  for (const dataset of world.datasets) {
    const { left, kept } = await judge(placeOf(world, dataset));
    if (left > 0) result.left[dataset.name] = left;
    if (kept) result.kept[dataset.name] = kept;
  }
  return result;
}
