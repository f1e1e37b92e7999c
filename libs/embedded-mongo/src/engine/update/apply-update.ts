import { Document, sameValue } from '../../bson';
import type { Value } from '../../bson';
import { describeValue } from '../collection/describe-value';
import { valueAt } from '../expression/field-path';
import { refuse } from '../mongo-error';
import { changeAt } from './change-at';
import { concretePaths } from './concrete-paths';
import type { Position } from './concrete-paths';
import type { Rename, Update } from './parse-update';

/** What the update makes of the document. The _id stays, and comes first. */
export const applyUpdate = (update: Update, document: Document, position: Position, inserting: boolean): Document => {
  switch (update.kind) {
    case 'replacement':
      return replace(document, update.document);
    case 'pipeline':
      return keepId(document, restoreId(document, update.run(document)), inserting);
    case 'modifiers': {
      let value: Value = { type: 'object', value: document };
      for (const rename of update.renames) value = move(value, rename);
      return keepId(document, modify(asDocument(value), update, position, inserting), inserting);
    }
  }
};

type Modifiers = Extract<Update, { kind: 'modifiers' }>;

/** Fields of the document itself, which most updates are about, change in one copy of it; what lies deeper makes one each. */
const modify = (document: Document, update: Modifiers, position: Position, inserting: boolean): Document => {
  let whole = document;
  let draft: Map<string, Value> | undefined;
  for (const { path, change, creates, onlyOnInsert } of update.modifiers) {
    if (onlyOnInsert && !inserting) continue;
    const [name = '', deeper] = path;
    if (deeper === undefined && !name.startsWith('$')) {
      const current = draft ? draft.get(name) : whole.get(name);
      const changed = change(current, whole);
      if (changed === current) continue;
      draft ??= new Map(whole.fields);
      if (changed) draft.set(name, changed);
      else draft.delete(name);
      continue;
    }
    const current = draft ? Document.ofMap(draft) : whole;
    draft = undefined;
    let value: Value = { type: 'object', value: current };
    for (const concrete of concretePaths(current, path, position, update.filters))
      value = changeAt(value, concrete, 0, (field) => change(field, current), creates) ?? value;
    whole = asDocument(value);
  }
  return draft ? Document.ofMap(draft) : whole;
};

const asDocument = (value: Value): Document => (value.type === 'object' ? value.value : Document.empty);

const replace = (before: Document, after: Document): Document => {
  const id = before.get('_id');
  const given = after.get('_id');
  if (id && given && !sameValue(id, given))
    throw refuse(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describeValue(given)}`,
    );
  const kept = id ?? given;
  if (!kept) return after;
  if (given && after.firstName === '_id') return after;
  return Document.of([['_id', kept], ...[...after.fields].filter(([name]) => name !== '_id')]);
};

/** A pipeline that drops the _id means the other fields only. */
const restoreId = (before: Document, after: Document): Document => {
  const id = before.get('_id');
  return id && !after.has('_id') ? Document.of([['_id', id], ...after.fields]) : after;
};

const keepId = (before: Document, after: Document, inserting: boolean): Document => {
  const id = before.get('_id');
  const kept = after.get('_id');
  if (inserting && !id) return after;
  if (id && (!kept || !sameValue(id, kept)))
    throw refuse('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
};

const move = (value: Value, { from, to }: Rename): Value => {
  const moved = valueAt(value, from);
  if (!moved) return value;
  const removed = changeAt(value, from, 0, () => undefined, false) ?? value;
  return changeAt(removed, to, 0, () => moved, true) ?? removed;
};
