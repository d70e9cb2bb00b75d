/** fetch-package: shows what can be downloaded and hands out links of fifteen minutes, as often as the person likes. */
import { lastDelivery, type Request } from '../domain/request.ts';
import type { PackagePart } from '../domain/request-events.ts';
import { readToken } from '../domain/tokens.ts';
import { deliveryKey } from '../stores/delivery-key.ts';
import { endFetch } from './await-fetch.ts';
import { windowEndsAt } from './delivery-window.ts';
import { isoNow, type With } from './world.ts';

/** Makes the presigned link; only the download function may. */
export type Presign = (key: string, filename: string) => Promise<string>;

export type FetchWorld = With<'secret' | 'machine'> & { presign: Presign };

export type Download =
  | { ok: true; request: Request; parts: (PackagePart & { number: number })[]; until: string; readyAt: string }
  | { ok: false; reason: 'unknown' | 'not-ready' | 'ended' };

/** What the mailed link opens. */
export async function openDownload(world: With<'secret'>, token: string): Promise<Download> {
  const id = readToken(await world.secret(), 'download', { token });
  const request = id && (await world.requests.load(id));
  if (!request) return { ok: false, reason: 'unknown' };
  const delivery = lastDelivery(request, 'export');
  if (request.package === undefined || delivery?.until === undefined) return { ok: false, reason: 'not-ready' };
  if (request.purgedAt !== undefined || windowEndsAt(delivery.until, world.configuration.controller.zone) <= world.now()) {
    return { ok: false, reason: 'ended' };
  }
  const parts = request.package.parts.map((part, place) => ({ number: place + 1, ...part }));
  return { ok: true, request, parts, until: delivery.until, readyAt: delivery.readyAt };
}

async function recordFetch(world: FetchWorld, request: Request, part: number): Promise<void> {
  const { round } = lastDelivery(request, 'export')!;
  await world.requests.append(request.id, { key: `package-fetched#${round}#${part}`, type: 'package-fetched', at: isoNow(world), data: { part } });
  if (!request.rights.includes('erasure') || request.fetchEnded !== undefined) return;
  const events = (await world.requests.loadCase(request.id))?.events ?? [];
  const fetched = new Set(events.map(({ key }) => key));
  const all = request.package!.parts.every((_, place) => fetched.has(`package-fetched#${round}#${place + 1}`));
  if (all) await endFetch(world, request.id, 'fetched');
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
  const round = lastDelivery(download.request, 'export')!.round;
  const url = await world.presign(deliveryKey(download.request.id, round, wanted.name), wanted.name);
  await recordFetch(world, download.request, part);
  return { ok: true, url };
}

