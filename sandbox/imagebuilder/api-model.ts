import model from "./api-model.json";

/** An operation of the API, with its request and input. */
export interface Operation {
  readonly method: string;
  /** Path of the request, e.g. `/CreateComponent` or `/tags/{resourceArn}`. */
  readonly path: string;
  readonly input: string;
}

export interface Member {
  readonly shape: string;
  /** Place of the member in the request. Undefined: in the body. */
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

/** Origin of the model. `npm run api-model` reads it again. */
export const source: {
  /** Version of botocore from which the model was read. */
  readonly botocore: string;
  /** Date on which the model was read, as YYYY-MM-DD. */
  readonly read: string;
} = model.source;

/** All operations of EC2 Image Builder (API version 2019-12-02). `shapes` has the constraints of their input. */
export const operations: Readonly<Record<string, Operation>> = model.operations;

export const shapes = model.shapes as Readonly<Record<string, Shape>>;

export function shapeNamed(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`the API model has no shape "${name}"`);
  return shape;
}
