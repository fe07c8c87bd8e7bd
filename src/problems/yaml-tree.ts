import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, Scalar } from "yaml";

import { oncePer } from "../collections/once-per";

/** Offsets into the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextNode extends Span {
  readonly kind: "text";
  readonly value: string;
  readonly style: "plain" | "single-quoted" | "double-quoted" | "literal" | "folded";
}

/** A plain number, `true`, `false`, `null` or an empty value. */
interface LiteralNode extends Span {
  readonly kind: "number" | "boolean" | "null";
  readonly value: number | boolean | null;
  /** Text as written. `0777` is the number 777 here, but 511 for a YAML 1.1 parser. */
  readonly raw: string;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface MapNode extends Span {
  readonly kind: "map";
  /** True if written as `{ … }` rather than as lines. */
  readonly flow: boolean;
  /** Entries in the order of the text; a repeated key has several entries. */
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyNode: YamlNode;
  readonly value: YamlNode;
}

/** A value of a YAML file with its position. Aliases and merge keys are already resolved. */
export type YamlNode = TextNode | LiteralNode | ListNode | MapNode;

export interface TreeFault extends Span {
  readonly message: string;
  /** Specific advice. Default: a general request to fix the YAML. */
  readonly fix?: string;
}

export interface YamlTree {
  readonly root: YamlNode;
  /** Aliases without an anchor, inside their own anchor, or that expand to far more than the file contains; and wrong merges. */
  readonly faults: readonly TreeFault[];
  /** The second and later entries of a repeated key in one map. */
  readonly repeated: readonly MapEntry[];
  /** Values with a tag other than those of YAML's core types, for example `!!set` or `!Ref`. They are read as if they had no tag. */
  readonly tagged: readonly (Span & { readonly tag: string })[];
  /** YAML version that the file declares, for example `1.1`; undefined if it declares none. */
  readonly version?: string;
}

/** Maximum number of values that aliases expand to: far above any real file, but low enough to keep a check fast. */
const maxAliasedValues = 10_000;

/**
 * Builds the tree of a parsed document and resolves its aliases and merge keys.
 *
 * @param document at most as deep as `parseYaml` allows, because building is recursive
 */
export function buildTree(document: Document.Parsed, text: string): YamlTree {
  const faults: TreeFault[] = [];
  const repeated: MapEntry[] = [];
  const tagged: (Span & { tag: string })[] = [];
  const anchors = new Map<string, { readonly node: YamlNode; size: number | undefined }>();
  let values = 0;
  let aliased = 0;

  const spanOf = (node: Node): Span => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });
  const nothing = ({ start, end }: Span): LiteralNode => ({ kind: "null", value: null, raw: "", start, end });

  const anchored = (node: Node, built: YamlNode, fill?: () => void): YamlNode => {
    const before = values++;
    const name = isAlias(node) ? undefined : node.anchor;
    if (node.tag !== undefined && !plainTags.has(node.tag)) tagged.push({ ...spanOf(node), tag: node.tag });
    const anchor = { node: built, size: undefined as number | undefined };
    if (name !== undefined) anchors.set(name, anchor);
    fill?.();
    anchor.size = values - before;
    return built;
  };

  const build = (node: unknown, at: Span): YamlNode => {
    if (isScalar(node)) return anchored(node, scalarNode(node, spanOf(node)));
    if (isSeq(node)) {
      const items: YamlNode[] = [];
      const list: ListNode = { kind: "list", items, ...spanOf(node) };
      return anchored(node, list, () => {
        for (const item of node.items) items.push(build(item, list));
      });
    }
    if (isMap(node)) {
      const entries: MapEntry[] = [];
      const map: MapNode = { kind: "map", flow: node.flow ?? false, entries, ...spanOf(node) };
      return anchored(node, map, () => {
        fillMap(node.items, map, entries);
      });
    }
    // An item of `!!omap` or `!!pairs`.
    if (isPair(node)) {
      const entries: MapEntry[] = [];
      const map: MapNode = { kind: "map", flow: true, entries, start: at.start, end: at.end };
      fillMap([node], map, entries);
      return map;
    }
    if (!isAlias(node)) return nothing(at);
    const span = spanOf(node);
    const target = anchors.get(node.source);
    if (target?.size === undefined) {
      const why = target === undefined ? "has no anchor before it" : "stands inside its own anchor";
      faults.push({ ...span, message: `the alias "*${node.source}" ${why}` });
      return nothing(span);
    }
    values += target.size;
    aliased += target.size;
    if (aliased <= maxAliasedValues) return target.node;
    if (aliased - target.size <= maxAliasedValues) {
      faults.push({ ...span, message: "aliases expand to far more than the file contains" });
    }
    return nothing(span);
  };

  const fillMap = (pairs: readonly Pair[], map: MapNode, entries: MapEntry[]): void => {
    const merged: YamlNode[] = [];
    const keys = new Set<string>();
    for (const pair of pairs) {
      const keyNode = build(pair.key, map);
      const value = build(pair.value, keyNode);
      if (keyNode.kind === "text" && keyNode.style === "plain" && keyNode.value === "<<") {
        const sources = value.kind === "list" ? value.items : [value];
        if (sources.some(({ kind }) => kind !== "map")) {
          const fix = 'write an alias of a map, e.g. "<<: *defaults"';
          faults.push({ start: keyNode.start, end: keyNode.end, message: '"<<" merges what is not a map', fix });
        }
        merged.push(...sources);
        continue;
      }
      const entry = { key: keyText(keyNode, text), keyNode, value };
      if (keys.has(entry.key)) repeated.push(entry);
      keys.add(entry.key);
      entries.push(entry);
    }
    for (const { key, keyNode, value } of merged.flatMap((node) => (node.kind === "map" ? node.entries : []))) {
      if (!keys.has(key)) entries.push({ key, keyNode, value });
      keys.add(key);
    }
  };

  const { explicit, version: said } = document.directives.yaml;
  const version = explicit ? said : undefined;
  return { root: build(document.contents, { start: 0, end: 0 }), faults, repeated, tagged, version };
}

/** Tags of the types that JSON has. Source: YAML 1.2.2, "Core Schema". */
const plainTags = new Set(
  ["str", "int", "float", "bool", "null", "map", "seq"].map((kind) => `tag:yaml.org,2002:${kind}`),
);

const styles: Readonly<Record<string, TextNode["style"]>> = {
  [Scalar.QUOTE_SINGLE]: "single-quoted",
  [Scalar.QUOTE_DOUBLE]: "double-quoted",
  [Scalar.BLOCK_LITERAL]: "literal",
  [Scalar.BLOCK_FOLDED]: "folded",
};

function scalarNode(node: Scalar, span: Span): YamlNode {
  const { value, source = "", type = Scalar.PLAIN } = node;
  if (typeof value === "number" || typeof value === "boolean") {
    return { kind: typeof value as "number" | "boolean", value, raw: source, ...span };
  }
  if (typeof value === "string") return { kind: "text", value, style: styles[type] ?? "plain", ...span };
  if (value === null || value === undefined) return { kind: "null", value: null, raw: source, ...span };
  // A date or binary data of YAML 1.1 is kept as written.
  return { kind: "text", value: source, style: styles[type] ?? "plain", ...span };
}

function keyText(key: YamlNode, text: string): string {
  if (key.kind === "text") return key.value;
  return key.kind === "map" || key.kind === "list" ? text.slice(key.start, key.end) : key.raw;
}

/** Returns the last entry with that key: the one that parsers use. */
export function entryOf(map: MapNode, key: string): MapEntry | undefined {
  if (map.entries.length <= fewEntries) return map.entries.findLast((entry) => entry.key === key);
  return indexOf(map).get(key);
}

/**
 * Number of entries up to which a map is searched without an index. Larger maps are searched often, so they need an index to stay linear.
 */
const fewEntries = 16;
const indexOf = oncePer((map: MapNode) => new Map(map.entries.map((entry) => [entry.key, entry])));

/** Returns the value of a key; undefined if `node` is not a map or has no such key. */
export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === "map" ? entryOf(node, key)?.value : undefined;
}

/** Returns the items of a list; none if `node` is not a list. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === "list" ? node.items : [];
}

/** Returns a scalar as written, without quotes; undefined for a list, a map and a missing or empty value. */
export function plainText(node: YamlNode | undefined): string | undefined {
  if (node?.kind === "text") return node.value;
  return node?.kind === "number" || node?.kind === "boolean" ? node.raw : undefined;
}

/** Returns the node as a plain JSON value. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === "list") return node.items.map(plainValue);
  if (node.kind !== "map") return node.value;
  const value: Record<string, unknown> = {};
  for (const entry of node.entries) {
    // A key named __proto__ must become an ordinary property.
    Object.defineProperty(value, entry.key, {
      value: plainValue(entry.value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return value;
}
