/**
 * What little any handler of a record must do, as a process of its own: verify the token, tell the ETag, send the bytes or say
 * that they are known. Told what to send by its parent; tells its port.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';

export interface BareAnswer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
  readonly etag: string;
  readonly body: Uint8Array;
}

process.once('message', ({ issuer, audience, jwksUri, etag, body }: BareAnswer) => {
  const keys = createRemoteJWKSet(new URL(jwksUri));
  const bytes = Buffer.from(body);
  const app = express().get('/bare', async (request, response) => {
    const given = request.get('Authorization')?.slice('Bearer '.length) ?? '';
    await jwtVerify(given, keys, { issuer, audience });
    response.set('Content-Type', 'application/fhir+json; charset=utf-8').set('ETag', etag).send(bytes);
  });
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port);
  });
});
