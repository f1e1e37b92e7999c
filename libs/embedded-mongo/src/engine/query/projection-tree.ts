import { Document, List } from '../../bson';
import type { Value } from '../../bson';
import type { Evaluate } from '../expression/expression';
import { refuseAt } from '../mongo-error';

/** What becomes of a field: kept, dropped, computed, or looked into. */
export type Leaf =
  { readonly kind: 'keep' } | { readonly kind: 'drop' } | { readonly kind: 'compute'; readonly evaluate: Evaluate };
export type Branch = { readonly kind: 'branch'; readonly fields: ReadonlyMap<string, Node> };
export type Node = Leaf | Branch;

/** Builds the tree of dotted paths; a path that is also the beginning of another is refused. */
export const treeOf = (leaves: readonly (readonly [string, Leaf])[]): Branch => {
  const root = new Map<string, Node>();
  for (const [path, leaf] of leaves) insert(root, path, path.split('.'), leaf);
  return { kind: 'branch', fields: root };
};

const insert = (into: Map<string, Node>, path: string, [name = '', ...rest]: readonly string[], leaf: Leaf): void => {
  if (name === '') throw refuseAt(40352, 'FieldPath cannot be constructed with empty string');
  const present = into.get(name);
  if (rest.length === 0) {
    if (present) throw refuseAt(31250, `Path collision at ${path}`);
    into.set(name, leaf);
    return;
  }
  if (present && present.kind !== 'branch')
    throw refuseAt(31249, `Path collision at ${path} remaining portion ${rest.join('.')}`);
  const fields = new Map(present?.fields ?? []);
  insert(fields, path, rest, leaf);
  into.set(name, { kind: 'branch', fields });
};

/** Keeps what the tree names, in the document's order, then adds what it computes. */
export const keepOnly = (document: Document, tree: Branch, root: Document): Document => {
  const fields = new Map<string, Value>();
  for (const [name, value] of document.fields) {
    const node = tree.fields.get(name);
    if (node?.kind === 'keep') fields.set(name, value);
    else if (node?.kind === 'branch') {
      const kept = into(value, (inner) => keepOnly(inner, node, root));
      if (kept) fields.set(name, kept);
    }
  }
  compute(fields, tree, root);
  return Document.ofMap(fields);
};

const compute = (fields: Map<string, Value>, tree: Branch, root: Document): void => {
  for (const [name, node] of tree.fields) {
    if (node.kind === 'compute') {
      const value = node.evaluate({ root: { type: 'object', value: root }, variables: noVariables });
      if (value) fields.set(name, value);
    } else if (node.kind === 'branch' && !fields.has(name) && computes(node)) {
      const inner = new Map<string, Value>();
      compute(inner, node, root);
      fields.set(name, { type: 'object', value: Document.ofMap(inner) });
    }
  }
};

const noVariables: ReadonlyMap<string, Value | undefined> = new Map();

const computes = (branch: Branch): boolean =>
  [...branch.fields.values()].some((node) => node.kind === 'compute' || (node.kind === 'branch' && computes(node)));

/** Applies `change` to a document or to every document of an array; other values are left out. */
const into = (value: Value, change: (document: Document) => Document): Value | undefined => {
  if (value.type === 'object') return { type: 'object', value: change(value.value) };
  if (value.type !== 'array') return undefined;
  return { type: 'array', value: List.of(value.value.items.flatMap((item) => into(item, change) ?? [])) };
};

/** Drops what the tree names. */
export const dropNamed = (document: Document, tree: Branch): Document => {
  if ([...tree.fields.values()].every(({ kind }) => kind === 'drop')) return document.without(...tree.fields.keys());
  const fields = new Map<string, Value>();
  for (const [name, value] of document.fields) {
    const node = tree.fields.get(name);
    if (node?.kind === 'drop') continue;
    fields.set(name, node?.kind === 'branch' ? dropWithin(value, node) : value);
  }
  return Document.ofMap(fields);
};

const dropWithin = (value: Value, branch: Branch): Value => {
  if (value.type === 'object') return { type: 'object', value: dropNamed(value.value, branch) };
  if (value.type !== 'array') return value;
  return { type: 'array', value: List.of(value.value.items.map((item) => dropWithin(item, branch))) };
};

/** Sets what the tree computes and keeps everything else; what evaluates to missing is removed. */
export const setComputed = (document: Document, tree: Branch, root: Document): Document => {
  const fields = new Map(document.fields);
  for (const [name, node] of tree.fields) {
    const value = setNode(fields.get(name), node, root);
    if (value) fields.set(name, value);
    else fields.delete(name);
  }
  return Document.ofMap(fields);
};

const setNode = (current: Value | undefined, node: Node, root: Document): Value | undefined => {
  if (node.kind === 'compute') return node.evaluate({ root: { type: 'object', value: root }, variables: noVariables });
  if (node.kind !== 'branch') return current;
  if (current?.type === 'array')
    return { type: 'array', value: List.of(current.value.items.map((item) => setNode(item, node, root) ?? item)) };
  const inner = current?.type === 'object' ? current.value : Document.empty;
  return { type: 'object', value: setComputed(inner, node, root) };
};
