import type { LogLine } from "../../operations/logs/log-reader";
import { printable } from "../../problems/printable";

/** `linux-web-server › build › Install | text`: a line of the log with what it belongs to. */
export function logLineText({ document, phase, step, text }: LogLine): string {
  const place = [document === undefined ? undefined : shortDocument(document), phase, step].filter(
    (part) => part !== undefined,
  );
  const said = printable(text.replaceAll("\t", "    "));
  return place.length === 0 ? said : `${place.map(printable).join(" › ")} | ${said}`;
}

/** A document as log lines show it: the name of a component, from its ARN. */
export function shortDocument(document: string): string {
  return /:component\/([^/]+)\//.exec(document)?.[1] ?? document;
}
