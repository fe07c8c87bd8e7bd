import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import type { LogLine } from "../../operations/logs/log-reader";
import { printable } from "../../problems/printable";

/** Formats a log line with its document, phase and step: `linux-web-server › build › Install | text`. */
export function logLineText({ document, phase, step, text }: LogLine): string {
  const place = [document === undefined ? undefined : shortDocument(document), phase, step].filter(
    (part) => part !== undefined,
  );
  const said = printable(text.replaceAll("\t", "    "));
  return place.length === 0 ? said : `${place.map(printable).join(" › ")} | ${said}`;
}

/** Returns the name of a component from its ARN, or another document unchanged. */
export function shortDocument(document: string): string {
  const { type, path } = parseImageBuilderArn(document) ?? {};
  return type === "component" ? (path?.[0] ?? document) : document;
}
