import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import type { Member, Operation, Shape } from "../sandbox/imagebuilder/api-model";

/** The part of the API description that the sandbox uses: operations, and the types of their input. */
export interface ApiModel {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

interface BotocoreMember {
  readonly shape: string;
  readonly location?: "querystring" | "uri";
  readonly locationName?: string;
}

type BotocoreShape = Omit<Shape, "members" | "item" | "key" | "value"> & {
  readonly members?: Readonly<Record<string, BotocoreMember>>;
  readonly member?: BotocoreMember;
  readonly key?: BotocoreMember;
  readonly value?: BotocoreMember;
};

/** A service description of botocore, reduced to the parts that are used here. */
export interface BotocoreService {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly http: { readonly method: string; readonly requestUri: string };
        readonly input?: { readonly shape: string };
      }
    >
  >;
  readonly shapes: Readonly<Record<string, BotocoreShape>>;
}

/** A botocore package on this machine: its version, and its description of EC2 Image Builder. */
export interface Botocore {
  readonly version: string;
  readonly service: BotocoreService;
}

/** Reads a botocore package. @param folder of the package, e.g. `site-packages/botocore` */
export function readBotocore(folder: string): Botocore {
  const version = /^__version__ = ['"]([\d.]+)['"]/m.exec(readFileSync(join(folder, "__init__.py"), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${folder} is not the folder of a botocore package`);
  const file = join(folder, "data", "imagebuilder", "2019-12-02", "service-2.json");
  const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  return { version, service: JSON.parse(text.toString()) as BotocoreService };
}

/** Returns the folder of the botocore package that python3 imports, or undefined if there is none. */
export function botocoreFolder(): string | undefined {
  try {
    return execFileSync("python3", ["-c", "import botocore; print(botocore.__path__[0])"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

/** Keeps only the constraints of the input, without documentation and types of answers. */
export function apiModelOf({ operations, shapes }: BotocoreService): ApiModel {
  const kept = new Map<string, Shape>();
  const keep = (name: string): string => {
    const shape = shapes[name];
    if (shape === undefined) throw new Error(`the description has no shape "${name}"`);
    if (kept.has(name)) return name;
    const { type, required, min, max, pattern, enum: values } = shape;
    const own = { type, required, min, max, pattern, enum: values };
    // Set before its members are read, because a type can contain itself.
    kept.set(name, own);
    kept.set(name, {
      ...own,
      ...(shape.members && { members: mapped(shape.members, (member, field) => memberOf(member, field, keep)) }),
      ...(shape.member && { item: keep(shape.member.shape) }),
      ...(shape.key && { key: keep(shape.key.shape) }),
      ...(shape.value && { value: keep(shape.value.shape) }),
    });
    return name;
  };
  const made = mapped(operations, ({ http, input }) => ({
    method: http.method,
    path: http.requestUri,
    input: keep(input?.shape ?? ""),
  }));
  return withoutUndefined({ operations: made, shapes: Object.fromEntries([...kept].sort(byName)) });
}

function memberOf(
  { shape, location, locationName }: BotocoreMember,
  field: string,
  keep: (name: string) => string,
): Member {
  return {
    shape: keep(shape),
    ...(location && { in: location === "uri" ? "path" : "query" }),
    ...(location && locationName !== undefined && locationName !== field ? { name: locationName } : {}),
  };
}

function mapped<T, U>(record: Readonly<Record<string, T>>, change: (value: T, name: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
