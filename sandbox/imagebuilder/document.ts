import { maxDocumentBytes } from "../../src/aws/quotas";
import { ApiError, invalidValue } from "./api-error";
import type { Call } from "./call";
import { text } from "./fields";

/**
 * Returns the document of a request: from `data`, or from S3 if `uri` is given.
 *
 * @throws ApiError if not exactly one of them is given
 */
export async function documentOf(call: Call): Promise<string> {
  const { data, uri } = call.input;
  if ((data === undefined) === (uri === undefined)) {
    throw new ApiError("InvalidParameterCombinationException", "Exactly one of data and uri must be specified.");
  }
  if (data !== undefined) return text(call.input, "data");
  const body = await readText(call, text(call.input, "uri"), "uri");
  if (Buffer.byteLength(body) > maxDocumentBytes)
    throw invalidValue("uri", `The document is larger than ${maxDocumentBytes} bytes.`);
  return body;
}

export async function readText(call: Call, uri: string, parameter: string): Promise<string> {
  if (!/^s3:\/\/[^/]+\/.+/.test(uri)) throw invalidValue(parameter, "It must be an S3 URI, such as s3://bucket/key.");
  const body = await call.readObject(uri);
  if (body === undefined) throw invalidValue(parameter, `The object '${uri}' does not exist or cannot be read.`);
  return body;
}
