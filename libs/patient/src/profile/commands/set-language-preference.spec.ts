import { describe, it } from '@jest/globals';
import { given, setLanguage, registered, languageSet, died } from '../testing';

describe('setting the language of a patient', () => {
  it('sets it', () => {
    given(registered).when(setLanguage).then(languageSet);
  });

  it('sets it once', () => {
    given(registered, languageSet).when(setLanguage).thenNothing();
  });

  it('comes too late after a death', () => {
    given(registered, died).when(setLanguage).thenRejected('PATIENT_DECEASED');
  });
});
