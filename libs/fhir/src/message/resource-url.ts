/** What a literal reference or a fullUrl says, taken apart. */
export interface ResourceUrl {
  /** Absent when the reference is relative. */
  readonly server?: string;
  readonly type: string;
  readonly id: string;
}

const typeForm = /^[A-Z][A-Za-z]{1,63}$/;
const idForm = /^[A-Za-z0-9.-]{1,64}$/;

/** True for what FHIR allows as the id of a resource. */
export const isResourceId = (value: string): boolean => idForm.test(value);

/** Takes `[server/]Type/id[/_history/version]` apart; `undefined` when it is anything else. */
export const parseResourceUrl = (url: string): ResourceUrl | undefined => {
  const [address = ''] = url.split('/_history/');
  const parts = address.split('/');
  const [id = '', type = ''] = [parts.pop(), parts.pop()];
  const server = parts.join('/');
  if (!typeForm.test(type) || !isResourceId(id)) return undefined;
  if (server === '') return { type, id };
  return /^https?:\/\/[^\s?#]+$/.test(server) ? { server, type, id } : undefined;
};

/** The id that a `urn:uuid:` url gives a resource which has no other yet. */
export const uuidOf = (url: string): string | undefined =>
  /^urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.exec(url)?.[1]?.toLowerCase();
