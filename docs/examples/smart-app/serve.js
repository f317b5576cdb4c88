// Serves the example app at http://127.0.0.1:8000/ (or the port given), with fhirclient from node_modules.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const library = createRequire(import.meta.url).resolve('fhirclient/build/fhir-client.min.js');
const files = {
  '/': ['text/html; charset=utf-8', readFileSync(new URL('index.html', import.meta.url))],
  '/fhir-client.min.js': ['text/javascript', readFileSync(library)],
};

const server = createServer((request, response) => {
  const [type, content] = files[new URL(request.url, 'http://app').pathname] ?? [];
  if (content === undefined) response.writeHead(404).end();
  else response.writeHead(200, { 'Content-Type': type }).end(content);
});
server.once('error', (error) => {
  console.error(`The app cannot be served (${error.code}); another port may follow the command.`);
  process.exitCode = 1;
});
server.listen(Number(process.argv[2] ?? 8000), '127.0.0.1', () => {
  console.log(`The app is at http://127.0.0.1:${server.address().port}/`);
});
