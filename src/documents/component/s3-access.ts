import { entryOf, type TextNode } from "../../problems/yaml-tree";
import type { S3Access } from "../component-document";
import type { Report } from "../reading/report";
import type { Outline, Step } from "./outline";

/** The input of each action that names an S3 location. ExecuteDocument can also read documents from other places. */
const inputs = new Map<string, { readonly field: string; readonly access: S3Access["access"] }>([
  ["S3Download", { field: "source", access: "read" }],
  ["ExecuteDocument", { field: "document", access: "read" }],
  ["S3Upload", { field: "destination", access: "write" }],
]);

/** Returns the S3 locations that the steps of a component access. Omits addresses whose bucket is only known during the build. */
export function s3AccessOf({ phases }: Outline, report: Report): S3Access[] {
  return phases.flatMap(({ steps }) => steps.flatMap((step) => accessOfStep(step, report)));
}

function accessOfStep({ action, inputs: given }: Step, report: Report): S3Access[] {
  const input = action && inputs.get(action.name);
  if (input === undefined || given === undefined) return [];
  const maps = given.kind === "list" ? given.items : [given];
  return maps.flatMap((map) => {
    const value = map.kind === "map" ? entryOf(map, input.field)?.value : undefined;
    return value?.kind === "text" ? accessAt(value, input.access, report) : [];
  });
}

function accessAt(node: TextNode, access: S3Access["access"], report: Report): S3Access[] {
  const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*))?$/is.exec(node.value) ?? [];
  if (bucket === undefined) return [];
  const known = path.search(/\{\{|\*/);
  const key = known < 0 ? path : path.slice(0, known);
  return [{ access, bucket, key, whole: known < 0, address: node.value, range: report.source.rangeOf(node) }];
}
