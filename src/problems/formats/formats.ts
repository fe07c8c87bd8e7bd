import type { Format } from "./format";
import { formatGithub } from "./github";
import { formatHuman } from "./human";
import { formatJson } from "./json";
import { formatSarif } from "./sarif";

/** All output formats of `npm run check`, by the value of `--format`. */
export const formats = {
  human: formatHuman,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
