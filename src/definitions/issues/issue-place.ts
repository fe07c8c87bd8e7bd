import type { z } from "zod";

import type { YamlPath, YamlSource } from "../../problems/yaml-source";

/** The place of an issue, with everything that its description needs. */
export interface IssuePlace {
  readonly path: YamlPath;
  /** Value at the path. */
  readonly value: unknown;
  /** Value in the form for messages: `a list`, `"us east 1"`. */
  readonly got: string;
  readonly source: YamlSource;
  readonly schema: z.ZodType;
}
