/** The front door on loopback before chosen service fronts, with real keys and grants, for SDK clients in tests. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAwsFront } from '../../lib/local/aws-front.ts';
import { systemClock } from '../../lib/local/clock.ts';
import type { AwsService, Clock, Resource } from '../../lib/local/contract.ts';
import { createAuthorizer, type Authorizer } from '../../lib/local/iam/authorizer.ts';
import { loadPrincipals, type Principals } from '../../lib/local/iam/principals.ts';

export const region = 'eu-central-1';

/** What a service front is created from. */
export interface FrontParts {
  dir: string;
  clock: Clock;
  region: string;
  principals: Principals;
  authorizer: Authorizer;
}

export interface ServedFront {
  dir: string;
  /** Settings every SDK client takes: endpoint, region, the operator's key, no retries. */
  settings: ReturnType<typeof clientSettings>;
  /** The same with the key of a function of the template. */
  settingsOf(logicalId: string): ReturnType<typeof clientSettings>;
  close(): Promise<void>;
}

/** Serves the services that `create` makes. `resources` hold functions and roles, where grants matter. */
export async function serveFront(
  create: (parts: FrontParts) => AwsService[],
  options: { resources?: readonly Resource[]; clock?: Clock } = {},
): Promise<ServedFront> {
  const dir = await mkdtemp(join(tmpdir(), 'small-aws-'));
  const { resources = [], clock = systemClock() } = options;
  const principals = loadPrincipals(resources, dir);
  const authorizer = createAuthorizer(resources, region);
  const services = create({ dir, clock, region, principals, authorizer });
  const server = createAwsFront({ services, principals, authorizer, clock });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    dir,
    settings: clientSettings(endpoint, principals.operator),
    settingsOf: (logicalId) => clientSettings(endpoint, principals.ofFunction(logicalId)),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await Promise.all(services.map((service) => service.close?.()));
      await rm(dir, { recursive: true });
    },
  };
}

function clientSettings(endpoint: string, { accessKeyId, secretAccessKey }: Principals['operator']) {
  return { endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
}
