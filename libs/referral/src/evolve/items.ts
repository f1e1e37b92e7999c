import type { InformationRequest } from '../facets';
import type { Completeness, RequirementItem } from '../facets/requirements';
import type { RegisteredReferral } from '../referral';
import { moveTo, withFacets } from './move';

const missingStatuses: readonly RequirementItem['status'][] = ['missing', 'requested', 'rejected'];

/** True for an item that has not come in, or came in unusable. */
export const isMissing = ({ status }: RequirementItem): boolean => missingStatuses.includes(status);

/** The completeness that some items make. It is reached no longer once one of them is missing. */
export const withItems = (completeness: Completeness, items: readonly RequirementItem[]): Completeness => {
  const missing = items.filter(isMissing).map(({ code }) => code);
  return { ...completeness, items, missing, reachedAt: missing.length > 0 ? null : completeness.reachedAt };
};

/** The items with one as it is now, added when nobody had named it. */
export const withItem = (items: readonly RequirementItem[], item: RequirementItem): readonly RequirementItem[] =>
  items.some(({ code }) => code === item.code)
    ? items.map((known) => (known.code === item.code ? item : known))
    : [...items, item];

/** The items after some were asked for; those that `bind` are mandatory from now on. */
export const asked = (
  items: readonly RequirementItem[],
  codes: readonly string[],
  bind: boolean,
): readonly RequirementItem[] => {
  const known = items.map((item): RequirementItem =>
    codes.includes(item.code) && (bind || isMissing(item))
      ? { code: item.code, documentId: item.documentId, status: 'requested' }
      : item,
  );
  if (!bind) return known;
  const added = [...new Set(codes)].filter((code) => !items.some((item) => item.code === code));
  return [...known, ...added.map((code) => ({ code, documentId: null, status: 'requested' as const }))];
};

const without = (codes: readonly string[], gone: readonly string[]): readonly string[] =>
  codes.filter((code) => !gone.includes(code));

/** The referral after some codes are awaited no longer. */
export const withoutOpen = (referral: RegisteredReferral, codes: readonly string[]): RegisteredReferral => {
  const { informationRequests, returned } = referral.facets;
  return withFacets(referral, {
    informationRequests: informationRequests.map((request) => ({ ...request, open: without(request.open, codes) })),
    returned: returned && { ...returned, open: without(returned.open, codes) },
  });
};

/** True while a request that blocks triage has open items. */
export const blocksTriage = (request: InformationRequest): boolean => request.blocksTriage && request.open.length > 0;

/** The codes for which triage waits. */
export const awaited = ({ facets }: RegisteredReferral): readonly string[] => [
  ...facets.informationRequests.filter(blocksTriage).flatMap(({ open }) => open),
  ...(facets.returned?.open ?? []),
];

/** The referral back where it waited from, once nothing is awaited. */
export const resumed = (referral: RegisteredReferral, at: string): RegisteredReferral =>
  referral.stage === 'awaiting_information' && awaited(referral).length === 0
    ? moveTo(referral, { stage: referral.resumeStage }, at)
    : referral;
