import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

import type { WindDown } from "../src/factory/wind-down";
import { useBackend } from "./backend";
import { createdBlocks } from "./created-blocks";
import { createProvider, createProviders } from "./provider";
import { retain } from "./retain";
import { addStateBlocks } from "./state-blocks";

export interface WindDownStackProps {
  readonly windDown: WindDown;
  /** Relative path from the folder of the stack to the project folder, such as `../../..`. */
  readonly toProject: string;
}

/** The emptied stack of an environment. An apply destroys the resources in its state, except those that are kept. */
export class WindDownStack extends TerraformStack {
  constructor(scope: Construct, id: string, { windDown, toProject }: WindDownStackProps) {
    super(scope, id);
    createProvider(this, windDown);
    useBackend(this, windDown.state, toProject);
    const kept = createdBlocks(this, windDown.created, windDown.place, createProviders(this, windDown));
    retain(this, windDown.retention, addStateBlocks(this, kept));
  }
}
