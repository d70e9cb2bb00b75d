/** A signed-in member of staff in a world of demo cases, fresh for each test. */
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../../lib/web/console/port.ts';
import { addDemoCases, type DemoCases } from './demo-cases.ts';
import { startProvider, type TestProvider } from './oidc-provider.ts';
import { authFor, mount, openBrowser, type StaffBrowser } from './staff-browser.ts';
import { createWorld, NOW, type World } from './world.ts';

export interface Seat {
  world: World;
  cases: DemoCases;
  browser: StaffBrowser;
}

/** Starts a provider for the file; the returned function seats somebody with roles in a new world whose clock stands at NOW. */
export function seats(): (roles: Role[], options?: { empty: boolean }) => Promise<Seat> {
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  afterAll(() => provider.close());
  return async (roles, options = { empty: false }) => {
    const world = createWorld();
    const cases = options.empty ? ({} as DemoCases) : addDemoCases(world);
    const browser = openBrowser(mount(world, authFor(provider)), provider, NOW);
    await browser.signIn(roles);
    return { world, cases, browser };
  };
}

/** The visible words of a page's main part, spaces collapsed. */
export function wordsOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
