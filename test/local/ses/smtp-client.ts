/** A client that says exactly what a test writes, byte for byte, and hears the replies. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SmtpClient {
  /** The next reply, all lines of it; rejects when the connection ends before. */
  reply(): Promise<string>;
  /** Sends a line and waits for its reply. */
  say(line: string): Promise<string>;
  /** Sends bytes and waits for nothing. */
  write(bytes: string | Buffer): void;
  /** Goes away without a word. */
  drop(): void;
}

/** Connects and waits for the greeting. */
export async function openSmtp(port: number): Promise<SmtpClient> {
  const socket: Socket = connect(port, '127.0.0.1');
  let heard = '';
  let ended = false;
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text));
  socket.on('close', () => (ended = true)).on('error', () => undefined);
  const reply = async (): Promise<string> => {
    for (;;) {
      const [whole] = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard) ?? [];
      if (whole !== undefined) {
        heard = heard.slice(whole.length);
        return whole.trimEnd();
      }
      if (ended) throw new Error('The connection ended');
      await sleep(2);
    }
  };
  const client: SmtpClient = {
    reply,
    write: (bytes) => void socket.write(bytes),
    drop: () => void socket.destroy(),
    async say(line) {
      socket.write(`${line}\r\n`);
      return await reply();
    },
  };
  await reply();
  return client;
}

/** Says hello, names sender and recipients, and stands before DATA; the last reply. */
export async function envelope(client: SmtpClient, { from = 'ines@example.org', to = ['privacy@in.example'] } = {}): Promise<string> {
  await client.say('EHLO client.example');
  let last = await client.say(`MAIL FROM:<${from}>`);
  for (const one of to) last = await client.say(`RCPT TO:<${one}>`);
  return last;
}

/** Sends a mail within an envelope; the reply to its end. */
export async function deliver(client: SmtpClient, mail: string | Buffer, to?: { from?: string; to?: string[] }): Promise<string> {
  await envelope(client, to);
  await client.say('DATA');
  client.write(mail);
  return await client.say('\r\n.');
}
