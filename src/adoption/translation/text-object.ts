import { textAt, type Value } from "../../review/plan/value";

/** Where the text of a component, workflow or container recipe lies in S3. */
export interface TextObject {
  readonly bucket: string;
  /** What it tells where this project has put it there. */
  readonly own?: {
    /** What the keys of all documents start with; empty for nothing. */
    readonly prefix: string;
    /** What the file is called here, with `/` as `-`: in AWS, what is made of it may have another name. */
    readonly name: string;
  };
}

/** Undefined where the text is in no object. */
export function textObjectOf(attributes: Value): TextObject | undefined {
  const uri = textAt(attributes, "uri") ?? textAt(attributes, "dockerfile_template_uri") ?? "";
  const [, bucket, key = ""] = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri) ?? [];
  if (bucket === undefined) return undefined;
  const [, prefix = "", name] =
    /^(?:(.+)\/)?(?:components|workflows|dockerfiles)\/([^/]+)\/[0-9a-f]{64}(?:\.yaml)?$/.exec(key) ?? [];
  return name === undefined ? { bucket } : { bucket, own: { prefix, name } };
}
