/** A TCP proxy that cuts a connection at a chosen moment, as a crash or a broken network would. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** PostgreSQL's Terminate message: sent by a connection that is being closed, whenever that happens to be. */
const FAREWELL = Buffer.from([0x58, 0, 0, 0, 4]);

export interface CuttingProxy {
  port: number;
  /** Cuts at the n-th chunk a client sends from now on: before the system sees it, or after it saw it and before its answer is passed. */
  cutAt(chunk: number, moment: 'before' | 'after'): void;
  /** Passes everything on and counts from zero again. */
  pass(): void;
  /** Chunks the clients sent since `pass` or `cutAt`. */
  chunks(): number;
  close(): Promise<void>;
}

/** Starts a proxy in front of a port of this machine. */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  let seen = 0;
  let cut: { chunk: number; moment: 'before' | 'after' } | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const system = connect(target, '127.0.0.1');
    let muted = false;
    const end = (): void => {
      client.destroy();
      system.destroy();
    };
    for (const socket of [client, system]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (data) => {
      if (data.equals(FAREWELL)) return system.write(data);
      seen += 1;
      if (cut?.chunk !== seen) return system.write(data);
      if (cut.moment === 'before') return end();
      muted = true;
      return system.write(data);
    });
    system.on('data', (data) => (muted ? end() : client.write(data)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAt(chunk, moment) {
      seen = 0;
      cut = { chunk, moment };
    },
    pass() {
      seen = 0;
      cut = undefined;
    },
    chunks: () => seen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
