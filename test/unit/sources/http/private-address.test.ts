import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../../src/sources/http/private-address.ts';

describe('isPrivateAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '[::1]',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '[::ffff:7f00:1]',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    // Ways to write or wrap an IPv4 address, and ranges that no public host has.
    '::127.0.0.1',
    '[::7f00:1]',
    '::ffff:0:127.0.0.1',
    '64:ff9b:1::a00:1',
    '2001:0:1::1',
    'fec0::1',
    '3fff::1',
    '5f00::1',
    '192.88.99.1',
    'fe80::1%eth0',
  ])('%s is', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '193.0.0.1',
    '2a00:1450:4009::1',
    '[2a00:1450:4009::1]',
    '::ffff:8.8.8.8',
    'portal.example',
  ])('%s is not', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});
