import model from "./api-model.json";

/** One operation of the API: how it is called and what it takes. */
export interface Operation {
  readonly method: string;
  /** e.g. `/CreateComponent`, or `/tags/{resourceArn}` */
  readonly path: string;
  readonly input: string;
}

export interface Member {
  readonly shape: string;
  /** Absent: in the body. */
  readonly in?: "query" | "path";
  readonly name?: string;
}

/** A type of the API with its constraints. */
export interface Shape {
  readonly type:
    | "structure"
    | "list"
    | "map"
    | "string"
    | "integer"
    | "long"
    | "float"
    | "double"
    | "boolean"
    | "timestamp"
    | "blob";
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, Member>>;
  readonly item?: string;
  readonly key?: string;
  readonly value?: string;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

/** Where the model comes from: `npm run api-model` reads it anew. */
export const source: {
  /** Version of the botocore that it was read from. */
  readonly botocore: string;
  /** Day of the reading, as YYYY-MM-DD. */
  readonly read: string;
} = model.source;

/** What EC2 Image Builder (API version 2019-12-02) takes: every operation, and every constraint of its input. */
export const operations: Readonly<Record<string, Operation>> = model.operations;

export const shapes = model.shapes as Readonly<Record<string, Shape>>;

export function shapeNamed(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`the API model has no shape "${name}"`);
  return shape;
}
