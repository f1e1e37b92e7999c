import { describe, expect, it } from '@jest/globals';
import { intakeAggregate } from '../aggregate';
import { changed, extract, extracted, given, histories, received, stateAfter, but } from '../testing';

describe('reading an item', () => {
  it('files the fields with how sure the reader is, and the search for the patient begins', () => {
    given(received).when(extract).then(extracted);
  });

  it('files a reading once, and another one beside it', () => {
    given(received, extracted).when(extract).thenNothing();
    given(received, extracted)
      .when(changed(extract, { extractionId: 'extraction-2' }))
      .then({ ...extracted, data: { ...extracted.data, extractionId: 'extraction-2' } });
  });

  it('comes before the item is settled', () => {
    given(...histories.converted)
      .when(changed(extract, { extractionId: 'extraction-2' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('lets rules see that a field was read, and not what it says', () => {
    expect(stateAfter(intakeAggregate, [received, extracted])).toMatchObject({
      fields: [{ field: 'patient.name', confidence: 0.82, by: 'ocr', confirmedBy: [] }, { field: 'patient.birthDate' }],
    });
    expect(JSON.stringify(stateAfter(intakeAggregate, [received, extracted]))).not.toContain('Synthetic Patient');
  });

  it('lets a newer reading of a field stand for the older one', () => {
    const [name] = extracted.data.fields.map((field) => ({ ...field, confidence: 0.9 }));
    const again = but(extracted, { extractionId: 'extraction-2', fields: name ? [name] : [] });
    expect(stateAfter(intakeAggregate, [received, extracted, again])).toMatchObject({
      fields: [
        { field: 'patient.birthDate', confidence: 0.99 },
        { field: 'patient.name', confidence: 0.9 },
      ],
    });
  });
});
