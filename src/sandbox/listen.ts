/** Loopback HTTP servers on a free or a given port. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

/** A port that was asked for is in use. */
export class PortTakenError extends Error {
  readonly port: number;
  /** Which server wanted it. */
  readonly wantedBy: string;

  constructor(port: number, wantedBy: string) {
    super(`Port ${String(port)}, wanted for "${wantedBy}", is already in use.`);
    this.name = 'PortTakenError';
    this.port = port;
    this.wantedBy = wantedBy;
  }
}

export interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly port: number;
  /** Requests wait for nothing: until this is called they are answered 503. */
  serve(listener: RequestListener): void;
  close(): Promise<void>;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * The port is needed before the application can be built, since issuer and base URL name it; so listen first.
 * @param port 0 for a free one.
 * @throws PortTakenError
 */
export function listen(name: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let listener: RequestListener = (_req, res) => res.writeHead(503).end();
    const server = createServer((req, res) => listener(req, res));
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortTakenError(port, name) : cause);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve({
        origin: `http://127.0.0.1:${String(actual)}`,
        port: actual,
        serve: (next) => {
          listener = next;
        },
        close: () => close(server),
      });
    });
  });
}
