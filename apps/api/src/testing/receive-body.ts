/** Body of a ReceiveReferral about a synthetic patient; external ids are values of one system. */
export const receiveBody = (externalIds: readonly string[] = [], more: object = {}): object => ({
  direction: 'incoming',
  patientId: 'patient-1',
  externalIds: externalIds.map((value) => ({ system: 'urn:orders', value })),
  referringParty: { id: 'office-1', type: 'office', name: 'Synthetic Practice' },
  requestedSpecialty: { system: 'urn:specialty', code: 'cardiology' },
  requestedService: { system: 'urn:service', code: 'first-visit' },
  clinicalQuestion: 'Synthetic question',
  type: 'consult',
  claimedUrgency: 'routine',
  validity: { start: '2026-01-01', end: '2026-12-31' },
  channel: 'fax',
  ...more,
});
