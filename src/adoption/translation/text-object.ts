import { textAt, type Value } from "../../review/plan/value";

/** The S3 object with the text of a component, workflow or container recipe. */
export interface TextObject {
  readonly bucket: string;
  /** The parts of the object key. Only if this project has written the object. */
  readonly own?: {
    /** Common prefix of the keys of all documents, without a trailing slash. Can be empty. */
    readonly prefix: string;
    /** Name of the file in this project, with `-` for `/`. The name of the resource in AWS can differ. */
    readonly name: string;
  };
}

/** Returns the S3 object that contains the text of a resource. Undefined if the text is inline. */
export function textObjectOf(attributes: Value): TextObject | undefined {
  const uri = textAt(attributes, "uri") ?? textAt(attributes, "dockerfile_template_uri");
  const [, bucket, key = ""] = uri?.match(/^s3:\/\/([^/]+)\/(.*)$/) ?? [];
  if (bucket === undefined) return undefined;
  const [, prefix = "", name] =
    /^(?:(.+)\/)?(?:components|workflows|dockerfiles)\/([^/]+)\/[0-9a-f]{64}(?:\.yaml)?$/.exec(key) ?? [];
  return name === undefined ? { bucket } : { bucket, own: { prefix, name } };
}
