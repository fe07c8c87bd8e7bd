import type { z } from "zod";

import type { YamlPath, YamlSource } from "../../problems/yaml-source";

/** Where a schema found something wrong, and all that it takes to say it in the words of the user. */
export interface IssuePlace {
  readonly path: YamlPath;
  /** What stands there. */
  readonly value: unknown;
  /** The same as messages show it: `a list`, `"us east 1"`. */
  readonly got: string;
  readonly source: YamlSource;
  readonly schema: z.ZodType;
}
