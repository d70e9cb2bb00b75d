/** Grants: which were used, across restarts and kills; and the judgement on what a whole end-to-end run used. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Grant, type GrantFile, openGrantLedger } from '../../../lib/local/iam/grant-ledger.ts';
import { judgeGrants, type UnusedGrant } from '../../e2e/grants/judge-grants.ts';

const grant = (action: string, more: Partial<Grant> = {}): Grant => ({ holder: 'role', policy: 'P', action, resource: '*', ...more });
const [get, put, trace] = [grant('s3:GetObject'), grant('s3:PutObject'), grant('xray:PutTraceSegments')];

describe('the ledger of grants', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'grants-'));
    file = join(dir, 'grants.json');
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const written = () => JSON.parse(readFileSync(file, 'utf8')) as GrantFile;

  it('is on disk as soon as a grant is used for the first time', () => {
    const ledger = openGrantLedger([get, put], file);
    ledger.use(get);
    expect(written()).toEqual({ used: [get], unused: [put] });
    ledger.use(put);
    expect(written()).toEqual({ used: [get, put], unused: [] });
  });

  it('goes on where the process before ended, in order or not', () => {
    openGrantLedger([get, put], file).use(get);
    const next = openGrantLedger([get, put], file);
    expect(next.used()).toEqual([get]);
    next.use(put);
    expect(next.unused()).toEqual([]);
  });

  it('forgets what the template does not grant any more', () => {
    openGrantLedger([get, put], file).use(get);
    const next = openGrantLedger([put], file);
    expect([next.used(), next.unused()]).toEqual([[], [put]]);
  });

  it('says that a damaged file is begun anew', () => {
    writeFileSync(file, '{"used": [');
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(openGrantLedger([get], file).used()).toEqual([]);
    expect(String(write.mock.calls[0]![0])).toContain('grants.json cannot be read: the used grants are counted anew');
    write.mockRestore();
  });
});

describe('the judgement', () => {
  const traces: UnusedGrant = { holder: 'role', action: 'xray:*', resource: '*', reason: 'the laptop traces nothing' };
  const faults = (grants: GrantFile, ...exceptions: UnusedGrant[]) => judgeGrants(grants, exceptions).faults;

  it('is content when everything was used or is excused', () => {
    expect(judgeGrants({ used: [get, put], unused: [trace] }, [traces])).toEqual({
      faults: [],
      used: 2,
      excused: [{ exception: traces, grants: 1 }],
    });
  });

  it('names a grant that was never used', () => {
    expect(faults({ used: [get], unused: [put] })).toEqual([expect.stringContaining('role (P): s3:PutObject on * was never used')]);
  });

  it('names an excuse for something that is used after all', () => {
    expect(faults({ used: [trace], unused: [grant('xray:GetSamplingRules')] }, traces)).toEqual([
      expect.stringContaining('is used, and still excused'),
    ]);
  });

  it('takes it either way where chance decides, and counts it the same', () => {
    const byChance = { ...traces, byChance: true as const };
    const verdicts = [
      { used: [get, trace], unused: [] },
      { used: [get], unused: [trace] },
    ].map((grants) => judgeGrants(grants, [byChance]));
    expect(verdicts.map(({ faults: found, used }) => [found, used])).toEqual([
      [[], 1],
      [[], 1],
    ]);
  });

  it('names an excuse that nothing needs', () => {
    expect(faults({ used: [get], unused: [] }, traces)).toEqual(['role xray:* on * excuses nothing']);
  });

  it('excuses a resource as it is written only', () => {
    const wide = grant('s3:GetObject', { resource: '{Vault}/*' });
    const narrow = { ...traces, action: 's3:GetObject', resource: '{Vault}/*/mail/*' };
    expect(faults({ used: [], unused: [wide] }, narrow)).toHaveLength(2);
  });
});
