import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP, SocketAddress } from 'node:net';
import { bits, der, explicit, integer, objectId, octets, sequence, setOf, time, utf8, yes } from './der';

/** A certificate and its key, in PEM. */
export interface CertificateAndKey {
  readonly certificate: string;
  readonly key: string;
}

const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const VERSION_3 = Buffer.from([2]);
const SERIAL_BYTES = 16;
const VALID_YEARS = 10;

const commonName = (text: string): Buffer => sequence(setOf(sequence(objectId(0x55, 0x04, 0x03), utf8(text))));

const ipv6Bytes = (address: string): Buffer => {
  const [head = '', tail = ''] = new SocketAddress({ address, family: 'ipv6' }).address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
};

/** `GeneralName`: a host name or an address. */
const alternativeName = (host: string): Buffer => {
  const family = isIP(host);
  if (family === 0) return der(0x82, Buffer.from(host));
  return der(0x87, family === 4 ? Buffer.from(host.split('.').map(Number)) : ipv6Bytes(host));
};

const extensions = (hosts: readonly string[]): Buffer =>
  sequence(
    sequence(objectId(0x55, 0x1d, 0x13), yes, octets(sequence(yes))), // an authority: clients trust the file itself
    sequence(objectId(0x55, 0x1d, 0x0f), yes, octets(bits(Buffer.from([0x84]), 2))), // signs handshakes and certificates
    sequence(objectId(0x55, 0x1d, 0x11), octets(sequence(...hosts.map(alternativeName)))),
  );

const pem = (bytes: Buffer): string => {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

/** Positive, and never with a leading zero that would be one too many. */
const serialNumber = (): Buffer => {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
  return bytes;
};

/** Makes a certificate (RFC 5280) for a server with these names and addresses, which is its own authority, on the curve P-256. */
export const selfSigned = (hosts: readonly string[], now: Date): CertificateAndKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = commonName('embedded event store');
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + VALID_YEARS);
  const content = sequence(
    explicit(0, integer(VERSION_3)),
    integer(serialNumber()),
    ecdsaWithSha256,
    name,
    sequence(time(now), time(end)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, extensions(hosts)),
  );
  const signature = sign('sha256', content, privateKey);
  return {
    certificate: pem(sequence(content, ecdsaWithSha256, bits(signature))),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
