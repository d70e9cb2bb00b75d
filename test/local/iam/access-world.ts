/** A small AWS over a hand-written stack, called as the functions' roles without running their code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallCloud } from '../../../bin/commands/small-cloud.ts';
import type { SmallAws, SmallAwsOptions } from '../../../lib/local/small-aws.ts';
import { type StackFixture, workspace } from '../fixture.ts';

/** A function that does nothing, with the statements of its role. */
export const roleWith = (...allow: object[]) => ({ source: 'export const handler = async () => "ran";', allow });

export interface AccessWorld {
  aws: SmallAws;
  dataDir: string;
  /** SDK settings with the key of a function's role. */
  as(functionId: string): {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
    forcePathStyle: boolean;
  };
  /** SDK settings of the operator, who may do everything. */
  asOperator(): ReturnType<AccessWorld['as']>;
  close(): Promise<void>;
}

/** Starts it; the names of everything begin with `Shop-`. */
export async function openAccessWorld(stack: StackFixture, options: Partial<SmallAwsOptions> = {}): Promise<AccessWorld> {
  const place = workspace(stack);
  try {
    const aws = await place.start({ services: (context) => smallCloud(context, 'example.com').all, ...options });
    const keys = JSON.parse(readFileSync(join(place.dataDir, 'credentials.json'), 'utf8')) as Record<
      string,
      { accessKeyId: string; secretAccessKey: string }
    >;
    const as = (id: string) => ({
      endpoint: aws.awsUrl,
      region: 'eu-central-1',
      credentials: keys[id]!,
      maxAttempts: 1,
      forcePathStyle: true,
    });
    return { aws, dataDir: place.dataDir, as, asOperator: () => as('(operator)'), close: () => place.remove() };
  } catch (error) {
    await place.remove();
    throw error;
  }
}
