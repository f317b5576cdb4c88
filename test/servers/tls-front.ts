/** https before a server that speaks plain HTTP, with a certificate that can be changed while it runs. */
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';

export interface TlsFront {
  /** By its name: `https://localhost:…` */
  readonly origin: string;
  /** Ends what is open, and shows this from then on. */
  change(options: TlsOptions): void;
  close(): Promise<void>;
}

/** @param port of the server behind it, on this machine. */
export async function startTlsFront(port: number, options: TlsOptions): Promise<TlsFront> {
  const open = new Set<Socket>();
  const server = createServer(options, (visitor) => {
    const behind = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [visitor, behind],
      [behind, visitor],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
    visitor.pipe(behind).pipe(visitor);
  });
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endOpen = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    change(next) {
      server.setSecureContext(next);
      endOpen();
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      endOpen();
      await closed;
    },
  };
}
