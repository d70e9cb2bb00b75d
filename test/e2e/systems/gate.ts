/** A door in front of a server of this machine: shut, nobody gets through, as if the server were down. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Gate {
  port: number;
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** Opens a gate to a port. */
export async function startGate(target: number): Promise<Gate> {
  const sockets = new Set<Socket>();
  let passing = true;
  const server = createServer((client) => {
    if (!passing) return void client.destroy();
    const system = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, system],
      [system, client],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = (): void => sockets.forEach((socket) => void socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      passing = false;
      drop();
    },
    open() {
      passing = true;
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
