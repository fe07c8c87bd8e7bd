import type { Construct } from "constructs";

import type { ResolvedStack } from "../src/factory/resolved-stack";
import { ProjectStack } from "./project-stack";

export interface WindDownStackProps {
  readonly windDown: ResolvedStack;
  /** Relative path from the folder of the stack to the project folder. Default: `../../..`. */
  readonly toProject?: string;
}

/** The emptied stack of an environment. An apply destroys the resources in its state, except those that are kept. */
export class WindDownStack extends ProjectStack {
  constructor(scope: Construct, id: string, { windDown, toProject }: WindDownStackProps) {
    super(scope, id, windDown, toProject);
    this.finish();
  }
}
