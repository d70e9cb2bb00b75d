/** Data directories that begin with a template made before, so that not every suite bundles and synthesizes anew. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CACHE = path.join(tmpdir(), `quittance-e2e-template-${process.getuid?.() ?? 0}`);

/** A new data directory. The start synthesizes again by itself if anything that goes into the template has changed. */
export function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'quittance-e2e-'));
  if (existsSync(path.join(CACHE, 'inputs.sha256'))) cpSync(CACHE, path.join(home, 'template'), { recursive: true });
  return home;
}

/** Keeps the template of a home for the suites that follow. */
export function keepTemplate(home: string): void {
  rmSync(CACHE, { recursive: true, force: true });
  cpSync(path.join(home, 'template'), CACHE, { recursive: true });
}

/** Removes a home, unless somebody wants to look at it. */
export function removeHome(home: string): void {
  if (process.env['QUITTANCE_E2E_KEEP'] === undefined) rmSync(home, { recursive: true, force: true });
}
