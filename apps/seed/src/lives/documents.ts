import type { Telling } from '../step';
import { dayMs, stamp } from '../virtual-time';
import { documentOf, system } from '../world';
import type { ReferralCase } from './referral-case';

/** A letter is attached, looked through, and sent to the clinic in a package; now and then the fax is busy first. */
export function* documents(one: ReferralCase): Telling {
  const { draws, story, coordinator, number } = one;
  const document = documentOf(draws, `document-${number}-letter`);
  const { documentId, sha256: contentSha256 } = document;
  yield* one.tell('AttachDocument', coordinator, {
    document,
    kind: draws.pick(['referral_letter', 'clinical_note', 'lab']),
    author: one.office,
    scanStatus: 'pending',
  });
  story.tick(0.003, 0.02);
  yield* one.tell('RecordDocumentScan', system, { documentId, result: 'clean' });
  story.tick(0.05, 0.5);
  const packageId = yield* one.made('packageId', 'ComposePackage', coordinator, { documents: [documentId] });
  for (const outcome of draws.chance(0.1) ? ['failed', 'transmitted'] : ['transmitted']) {
    story.tick(0.02, 0.3);
    const transmissionId = yield* one.made('transmissionId', 'TransmitPackage', coordinator, {
      packageId,
      to: one.clinic,
      address: 'fax ...0100',
      addressVerifiedAt: stamp(story.now - draws.whole(1, 200) * dayMs),
      channel: 'fax',
      purposeOfUse: 'TREAT',
      contentSha256,
    });
    story.tick(0.01, 0.05);
    yield* one.tell('RecordTransmissionOutcome', system, {
      transmissionId,
      outcome,
      ...(outcome === 'failed' ? { error: { code: 'busy', retryable: true } } : { providerMessageId: `fax-${number}` }),
    });
    if (outcome === 'failed') continue;
    story.wait(0.5, 10);
    yield* one.tell('RecordReceiptAcknowledged', one.clinicDesk, { transmissionId, by: one.clinic });
  }
}
