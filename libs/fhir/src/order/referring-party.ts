import type { HumanName, Organization, Patient, Practitioner, PractitionerRole, ServiceRequest } from 'fhir/r4';
import type { PartyRef } from '../receive-referral-body';
import { isOfType, type Entry } from '../message/entry';
import { derivedId } from '../message/identity';
import { isPresent, member, type Place } from '../elements/place';
import { items, object, text } from '../elements/primitives';
import type { Reading } from '../message/reading';
import { resolve } from '../message/resolve';

/** Longest name of a party that the ledger keeps, in characters. */
const longestName = 200;

/**
 * Who refers: the requester, or without one the only Practitioner of the message. A PractitionerRole stands for its practitioner,
 * else for its organization. A patient who refers themselves is not named: only their record names them.
 */
export const referringParty = (order: Entry<ServiceRequest>, reading: Reading): PartyRef | undefined => {
  const place = member(order.resource, 'requester');
  if (isPresent(place)) {
    const types = ['Practitioner', 'PractitionerRole', 'Organization', 'Patient'] as const;
    const requester = resolve(place, order, types, reading);
    return requester && party(requester, reading);
  }
  const [only, ...others] = reading.message.entries.filter((entry) => isOfType(entry, ['Practitioner']));
  if (only && others.length === 0) return party(only, reading);
  reading.findings.refuse('required', place, 'A requester is needed, or exactly one Practitioner in the message.');
  return undefined;
};

type Party = Entry<Practitioner | PractitionerRole | Organization | Patient>;

const party = (entry: Party, reading: Reading): PartyRef | undefined => {
  const { findings } = reading;
  if (isOfType(entry, ['PractitionerRole'])) return partyOfRole(entry, reading);
  const id = derivedId(entry, reading);
  if (id === undefined) return undefined;
  if (isOfType(entry, ['Practitioner'])) return named({ id, type: 'provider' }, practitionerName(entry, reading));
  if (isOfType(entry, ['Organization']))
    return named({ id, type: 'office' }, text(member(entry.resource, 'name'), findings, longestName));
  return { id, type: 'patient' };
};

const partyOfRole = (role: Entry<PractitionerRole>, reading: Reading): PartyRef | undefined => {
  const practitioner = resolve(member(role.resource, 'practitioner'), role, ['Practitioner'], reading);
  const organization = resolve(member(role.resource, 'organization'), role, ['Organization'], reading);
  const behind = practitioner ?? organization;
  if (behind) return party(behind, reading);
  const id = derivedId(role, reading);
  return id === undefined ? undefined : { id, type: 'provider' };
};

const practitionerName = (entry: Entry<Practitioner>, { findings }: Reading): string | undefined => {
  const [name] = items(member(entry.resource, 'name'), findings);
  if (!name || !object(name, findings)) return undefined;
  return text(member(name, 'text'), findings, longestName) ?? spelled(name, findings);
};

const spelled = (name: Place<HumanName>, findings: Reading['findings']): string | undefined => {
  const words = (list: Place<readonly string[]>) =>
    items(list, findings).map((word) => text(word, findings, longestName));
  const family = text(member(name, 'family'), findings, longestName);
  const parts = [
    ...words(member(name, 'prefix')),
    ...words(member(name, 'given')),
    family,
    ...words(member(name, 'suffix')),
  ];
  const whole = parts.filter((part) => part !== undefined).join(' ');
  return whole !== '' && whole.length <= longestName ? whole : family;
};

const named = (party: PartyRef, name: string | undefined): PartyRef =>
  name === undefined ? party : { ...party, name };
