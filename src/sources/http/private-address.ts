/** Decides whether an IP address lies inside somebody's network, where no source may send the gateway (RFC 1918, 4193, 6890). */
import { BlockList, isIP } from 'node:net';

const IPV4_RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const IPV6_RANGES: readonly (readonly [string, number])[] = [
  // The host itself, and IPv4 addresses in an old writing (RFC 4291, 2.5.5.1).
  ['::', 96],
  // IPv4 addresses behind a translator, this network's own too (RFC 2765, 2.1; RFC 6052; RFC 8215).
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const PRIVATE = makeBlockList();

function makeBlockList(): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of IPV4_RANGES) {
    list.addSubnet(address, prefix, 'ipv4');
    list.addSubnet(`::ffff:${address}`, 96 + prefix, 'ipv6');
  }
  for (const [address, prefix] of IPV6_RANGES) list.addSubnet(address, prefix, 'ipv6');
  return list;
}

/** @param host an IP address, with or without the brackets of a URL; anything else is not private here: it has yet to be looked up. */
export function isPrivateAddress(host: string): boolean {
  const address = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  const family = isIP(address);
  if (family === 0) return false;
  return PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
