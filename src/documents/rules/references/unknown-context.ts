import { listOf, nearest, writeOneOf } from "../../../problems/suggest";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { echo, variablesPage } from "./examples";

export const unknownContext: DocumentRule = {
  code: "unknown-context",
  severity: "warning",
  summary: "A reference starts with an unknown prefix, or names a context value that AWSTOE does not have.",
  source: variablesPage,
  fail: [buildSteps(echo("▸{{ context:regoin }}"))],
  pass: [buildSteps(echo("{{ context:region }}"))],
  eachReference: ({ reference, broken, doubtful }) => {
    if (broken) return undefined;
    if (reference.form === "context") {
      if (contextKeys.includes(reference.name)) return undefined;
      const message = `allowed after "context:" are ${listOf(contextKeys)}`;
      return { message, fix: writeOneOf(reference.name, contextKeys) };
    }
    if (reference.form !== "prefix" || doubtful) return undefined;
    if (reference.prefix === "aws") return { message: 'nothing begins with "aws:" alone', fix: awsPrefixes };
    const near = nearest(reference.prefix, prefixes);
    return near === undefined
      ? undefined
      : { message: `"${reference.prefix}:" is unknown`, fix: `did you mean "${near}:"?` };
  },
};

/**
 * Names that are allowed after `context:`. Source:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html
 */
const contextKeys = [
  "executionId",
  "accountId",
  "region",
  "osPlatform",
  "osName",
  "osVersion",
  "date",
  "dateTime",
  "uuid",
  "hostname",
  "phase",
  "step",
];
const awsPrefixes = 'write "aws:ssm:" or "aws:imds:"';
const prefixes = ["aws", "aws:ssm", "aws:imds", "env", "context"];
