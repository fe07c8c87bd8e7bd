import { callCauses } from "./call-causes";
import { componentCauses } from "./component-causes";
import { distributionCauses } from "./distribution-causes";
import { launchCauses } from "./launch-causes";
import type { Trouble } from "./trouble";

/** Known causes of failed builds by name, with the messages of the service. */
export const causes: Readonly<Record<string, Trouble>> = {
  ...launchCauses,
  ...componentCauses,
  ...distributionCauses,
  ...callCauses,
};
