/** The files beside the pages: one sheet, one script for all and one for a page that waits, one picture; under names that change with what they hold. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Router } from 'express';
import { createStylesheet } from './stylesheet.ts';

export interface Assets {
  readonly urls: {
    readonly stylesheet: string;
    readonly script: string;
    readonly progress: string;
    readonly icon: string;
  };
  addRoutes(router: Router): void;
}

export function createAssets(): Assets {
  const own = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  const stylesheet = asset('site', 'css', 'text/css', createStylesheet(own('site.css')));
  const script = asset('enhance', 'js', 'text/javascript', own('enhance.js'));
  const progress = asset('progress', 'js', 'text/javascript', own('../accounts/progress.js'));
  const icon = asset('icon', 'svg', 'image/svg+xml', own('icon.svg'));
  return {
    urls: { stylesheet: stylesheet.url, script: script.url, progress: progress.url, icon: icon.url },
    addRoutes(router) {
      for (const { url, type, text, packed } of [stylesheet, script, progress, icon]) {
        router.get(url, (request, response) => {
          response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' });
          response.type(`${type}; charset=utf-8`);
          if (request.acceptsEncodings('gzip') === 'gzip') response.set('Content-Encoding', 'gzip').send(packed);
          else response.send(text);
        });
      }
    },
  };
}

function asset(name: string, extension: string, type: string, text: string) {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { url: `/assets/${name}-${digest}.${extension}`, type, text, packed: gzipSync(text, { level: 9 }) };
}
