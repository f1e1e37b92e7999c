import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { selfSigned } from './self-signed';

describe('a certificate of the node itself', () => {
  it('is for its names and addresses and no others, and its own authority', () => {
    for (let n = 0; n < 20; n++) {
      const made = selfSigned(['localhost', '127.0.0.1', '::1', '2001:db8::7:1'], new Date('2026-03-01T10:00:00Z'));
      const certificate = new X509Certificate(made.certificate);
      expect(certificate.checkHost('localhost')).toBe('localhost');
      for (const address of ['127.0.0.1', '::1', '2001:db8::7:1']) expect(certificate.checkIP(address)).toBe(address);
      expect(certificate.checkIP('127.0.0.2')).toBeUndefined();
      expect(certificate.ca).toBe(true);
      expect(certificate.verify(certificate.publicKey)).toBe(true);
      expect(certificate.checkPrivateKey(createPrivateKey(made.key))).toBe(true);
    }
  });

  it('is good for ten years', () => {
    const { certificate } = selfSigned(['localhost'], new Date('2026-03-01T10:00:00Z'));
    const { validFrom, validTo } = new X509Certificate(certificate);
    expect([validFrom, validTo]).toEqual(['Mar  1 10:00:00 2026 GMT', 'Mar  1 10:00:00 2036 GMT']);
  });
});
