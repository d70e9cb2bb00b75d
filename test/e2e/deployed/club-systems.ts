/** The club's two systems behind HTTP: members answer at once, the archive calls back when it is told to. */
import { type PretendSystem, startPretendSystem } from '../../connectors/pretend-system.ts';

/** A call that the archive has accepted and not answered yet. */
export interface Job {
  phase: 'export' | 'erase';
  /** The address to post the answer to. */
  to: string;
  /** What it posts. */
  answer: unknown;
}

export interface ClubSystems extends Pick<PretendSystem, 'asked' | 'close'> {
  /** What the parameter store says about each system. */
  secret: string;
  /** Jobs of the archive, done and waiting for their answer to be posted. */
  jobs: Job[];
  /** What the systems still hold. */
  rows: Record<'members' | 'archive', object[]>;
}

/** Starts them, with one member. */
export async function startClubSystems(email: string): Promise<ClubSystems> {
  const system = await startPretendSystem();
  const rows: ClubSystems['rows'] = { members: [{ id: '7', email, name: 'Ines Kugel' }], archive: [{ id: '7', name: 'Ines Kugel' }] };
  const jobs: Job[] = [];
  system.answer(({ method, url, body }) => {
    const [, name = '', who = '', phase = ''] = url.split('/').map(decodeURIComponent);
    if (who !== email || (name !== 'members' && name !== 'archive')) return { status: 404 };
    const items = rows[name];
    if (method === 'DELETE' || phase === 'erase') rows[name] = [];
    if (phase !== 'export' && phase !== 'erase') return { json: { items } };
    jobs.push({ phase, to: (JSON.parse(body) as { to: string }).to, answer: phase === 'erase' ? { erased: items.length } : { items } });
    return { status: 202, json: {} };
  });
  const secret = JSON.stringify({ url: system.url, token: 'club-token' });
  return { asked: system.asked, close: () => system.close(), secret, jobs, rows };
}
