/** Serves one service front on loopback without permissions: enough to point an SDK client at it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsError, type HttpService } from '../../../lib/local/contract.ts';

export interface Served {
  endpoint: string;
  close(): Promise<void>;
}

const principal = { name: 'operator', arn: 'arn:aws:iam::000000000000:user/operator', kind: 'operator' } as const;

export async function serveHttp(service: HttpService): Promise<Served> {
  const server = createServer((request, response) => {
    void (async () => {
      try {
        service.permissions(request);
        await service.handle(request, response, { principal });
      } catch (fault) {
        service.fail(response, fault instanceof AwsError ? fault : new AwsError('InternalError', String(fault), { status: 500 }));
      }
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await service.close?.();
    },
  };
}
