import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { selfSigned } from './self-signed';
import type { CertificateAndKey } from './self-signed';

/** What a server proves itself with. */
export interface ServerCertificate extends CertificateAndKey {
  /** File that clients may trust; `undefined` when somebody they trust anyway has signed it. */
  readonly authorityFile: string | undefined;
}

/** Files of a certificate that was given. */
export interface CertificateFiles {
  readonly certificate?: string;
  readonly key?: string;
}

const CERTIFICATE_FILE = 'tls.crt';
const KEY_FILE = 'tls.key';
const OWNER_ONLY = 0o600;
const ANY_ADDRESS: readonly string[] = ['0.0.0.0', '::'];

const isGood = (pem: string, host: string): boolean => {
  const certificate = new X509Certificate(pem);
  const covers = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
  return Date.parse(certificate.validTo) > Date.now() && (covers !== undefined || ANY_ADDRESS.includes(host));
};

/** The certificate that is kept in a data folder; made there when there is none, or none that is good for this host. */
const ownCertificate = (folder: string, host: string): ServerCertificate => {
  const [path, keyPath] = [join(folder, CERTIFICATE_FILE), join(folder, KEY_FILE)];
  const kept = existsSync(path) && existsSync(keyPath) ? readFileSync(path, 'utf8') : undefined;
  const authorityFile = resolve(path);
  if (kept !== undefined && isGood(kept, host))
    return { certificate: kept, key: readFileSync(keyPath, 'utf8'), authorityFile };
  const hosts = new Set(['localhost', '127.0.0.1', '::1', hostname(), host]);
  const made = selfSigned(
    [...hosts].filter((one) => !ANY_ADDRESS.includes(one)),
    new Date(),
  );
  writeFileSync(keyPath, made.key, { mode: OWNER_ONLY });
  writeFileSync(path, made.certificate);
  return { ...made, authorityFile };
};

/** The certificate in the files that were given, or one of the node's own. */
export const serverCertificate = (files: CertificateFiles, folder: string, host: string): ServerCertificate => {
  const { certificate, key } = files;
  if (certificate === undefined || key === undefined) return ownCertificate(folder, host);
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8'), authorityFile: undefined };
};
