import { describe, it, expect } from '@jest/globals';
import { SetLanguagePreference } from './set-language-preference';
import { wrongIn } from '@referral/values/testing';
import { but, changed } from '@referral/eventsourcing/testing';
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

  it('changes it', () => {
    given(registered, languageSet)
      .when(changed(setLanguage, { interpreterNeeded: false }))
      .then(but(languageSet, { interpreterNeeded: false }));
  });

  it('knows a language by its tag', () => {
    const wrong = (language: string) => wrongIn(SetLanguagePreference, { ...body, language });
    const body = { interpreterNeeded: false, assessedBy: 'clerk-1' };
    for (const right of ['es', 'zh-Hant-TW', 'en-US', 'yue']) expect(wrong(right)).toEqual([]);
    for (const tag of ['e', ' es', 'es ', 'es-', 'Spanish please', 'es_US', 'abcdefghi'])
      expect(wrong(tag)).toEqual(['language']);
  });
});
