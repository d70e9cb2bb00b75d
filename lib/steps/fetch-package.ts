/** fetch-package: shows what can be downloaded and hands out links of fifteen minutes, as often as the person likes. */
import type { Delivery, OpenTask, Request } from '../domain/request.ts';
import type { EventOf, PackagePart, RequestEvent } from '../domain/request-events.ts';
import { readToken, requestInToken } from '../domain/tokens.ts';
import { deliveryKey } from '../stores/delivery-key.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { endFetch } from './await-fetch.ts';
import { windowEndsAt } from './delivery-window.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** Makes the presigned link; only the download function may. */
export type Presign = (key: string, filename: string) => Promise<string>;

export type FetchWorld = With<'secret' | 'machine'> & { presign: Presign };

/** A part as it is offered: its number counts on over all answers, so that a link keeps its meaning. */
export interface OfferedPart extends PackagePart {
  number: number;
  round: number;
}

export type Download =
  | { ok: true; request: Request; parts: OfferedPart[]; until: string; readyAt: string; toPrint: boolean }
  | { ok: false; reason: 'unknown' | 'not-ready' | 'ended' };

type Handed = Delivery & Required<Pick<Delivery, 'until' | 'parts'>>;

/** The answers that handed out files: the first, and those that followed for late systems. */
function handedOut(request: Request): Handed[] {
  return request.deliveries.filter((delivery): delivery is Handed => delivery.parts !== undefined && delivery.until !== undefined);
}

/** What can still be downloaded. */
function offered(world: With<never>, request: Request): OfferedPart[] {
  const all = handedOut(request).flatMap(({ parts, round, until }) => parts.map((part) => ({ ...part, round, until })));
  const { zone } = world.configuration.controller;
  return all
    .map((part, place) => ({ ...part, number: place + 1 }))
    .filter(({ until }) => request.purgedAt === undefined && windowEndsAt(until, zone) > world.now())
    .map(({ until: _until, ...part }) => part);
}

/** A link of staff opens the answer while its letter is to be posted. */
async function requestToPrint(world: With<'secret'>, token: string): Promise<Request | undefined> {
  const id = requestInToken(token);
  const [secret, record] = [await world.secret(), id && (await world.requests.loadCase(id))];
  const isOfLetter = ({ kind, code = '' }: OpenTask): boolean =>
    kind === 'post' && readToken(secret, 'print', { token, scope: code }) !== undefined;
  return record?.request.tasks.some(isOfLetter) ? record.request : undefined;
}

/** What the mailed link opens, or the one for whoever prints. */
export async function openDownload(world: With<'secret'>, token: string): Promise<Download> {
  const id = readToken(await world.secret(), 'download', { token });
  const request = id === undefined ? await requestToPrint(world, token) : await world.requests.load(id);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  const last = handedOut(request).at(-1);
  if (last === undefined) return { ok: false, reason: 'not-ready' };
  const parts = offered(world, request);
  if (parts.length === 0) return { ok: false, reason: 'ended' };
  return { ok: true, request, parts, until: last.until, readyAt: last.readyAt, toPrint: id === undefined };
}

const fetchKey = (round: number, name: string): string => `package-fetched#${round}#${name}`;

/** Answers of which a printed copy was posted. */
function postedRounds(events: CaseRecord['events']): Set<number> {
  const posted = new Set(events.flatMap((event) => (event.type === 'posted' ? [event.data.mailId] : [])));
  const isPosted = (event: RequestEvent) => event.type === 'delivered' && event.data.pass === 'export' && posted.has(event.data.mailId);
  return new Set(events.filter(isPosted).map((event) => (event as EventOf<'delivered'>).data.round));
}

/** True if a deletion waits for the download and nothing is left to download or to post: no part, and no system that is still to answer. */
export function fetchedAll({ request, events }: Pick<CaseRecord, 'request' | 'events'>): boolean {
  const answers = handedOut(request);
  if (!request.rights.includes('erasure') || answers.length === 0 || answers.at(-1)!.outstanding.length > 0) return false;
  const [fetched, posted] = [new Set(events.map(({ key }) => key)), postedRounds(events)];
  return answers.every(({ round, parts }) => posted.has(round) || parts.every(({ name }) => fetched.has(fetchKey(round, name))));
}

async function recordFetch(world: FetchWorld, request: Request, { round, name, number }: OfferedPart): Promise<void> {
  const erasureWaits = request.rights.includes('erasure') && request.fetchEnded === undefined;
  if (erasureWaits) await lookSoon(world, request.id);
  await world.requests.append(request.id, {
    key: fetchKey(round, name),
    type: 'package-fetched',
    at: isoNow(world),
    data: { part: number },
  });
  if (!erasureWaits) return;
  const record = await world.requests.loadCase(request.id);
  if (record !== undefined && fetchedAll(record)) await endFetch(world, request.id, 'fetched');
}

/** A link to one part. The first click is recorded; a deletion that waited for it begins, the package stays available. */
export async function presignPart(
  world: FetchWorld,
  { token, part }: { token: string; part: number },
): Promise<{ ok: true; url: string } | { ok: false; reason: 'unknown' | 'ended' }> {
  const download = await openDownload(world, token);
  if (!download.ok) return { ok: false, reason: download.reason === 'ended' ? 'ended' : 'unknown' };
  const wanted = download.parts.find(({ number }) => number === part);
  if (wanted === undefined) return { ok: false, reason: 'unknown' };
  const url = await world.presign(deliveryKey(download.request.id, wanted.round, wanted.name), wanted.name);
  // Whoever prints it was recorded as they asked for the link; nothing is fetched before it is posted.
  if (!download.toPrint) await recordFetch(world, download.request, wanted);
  return { ok: true, url };
}
