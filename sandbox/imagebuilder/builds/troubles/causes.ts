import { callCauses } from "./call-causes";
import { componentCauses } from "./component-causes";
import { distributionCauses } from "./distribution-causes";
import { launchCauses } from "./launch-causes";
import type { Trouble } from "./trouble";

/** What builds are known to fail of, by name, in the words in which the service says it. */
export const causes: Readonly<Record<string, Trouble>> = {
  ...launchCauses,
  ...componentCauses,
  ...distributionCauses,
  ...callCauses,
};
