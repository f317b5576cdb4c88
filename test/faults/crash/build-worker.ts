/** The worker as one file, so that a process of it starts fast; what it imports from packages it still finds from here. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = new URL('../../../', import.meta.url).pathname;
const WORKER = new URL('./worker.ts', import.meta.url).pathname;

export interface BuiltWorker {
  readonly file: string;
  remove(): Promise<void>;
}

export async function buildWorker(): Promise<BuiltWorker> {
  const output = join(ROOT, 'test-output');
  await mkdir(output, { recursive: true });
  const folder = await mkdtemp(join(output, 'crash-'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: WORKER,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return { file: join(folder, 'worker.mjs'), remove: () => rm(folder, { recursive: true, force: true }) };
}
