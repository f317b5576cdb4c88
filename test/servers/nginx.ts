/** Debian's nginx as the proxy in front of several gateways, on a free port of this machine. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/sbin/nginx';

export function hasNginx(): boolean {
  return existsSync(PROGRAM);
}

/** Neither sticks to a gateway nor repeats a post; a gateway that does not answer is left out for a second. */
export async function startNginx(port: number, gatewayPorts: readonly number[]): Promise<{ close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'phr-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  const servers = gatewayPorts.map((gateway) => `server 127.0.0.1:${gateway} max_fails=1 fail_timeout=1s;`);
  const file = join(folder, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; worker_processes 1; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
    user ${userInfo().username};
    events {}
    http {
      access_log off; ${temporary.join(' ')}
      upstream gateways { ${servers.join(' ')} keepalive 16; }
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass http://gateways;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          proxy_set_header X-Forwarded-For $remote_addr;
        }
      }
    }`,
  );
  const child = spawn(PROGRAM, ['-c', file, '-p', folder], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await untilOpen(port);
  return {
    async close() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('nginx did not start');
}
