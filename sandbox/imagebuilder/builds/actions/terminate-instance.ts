import { text } from "../../fields";
import { instant } from "./action";

export const terminateInstance = instant(async ({ build, step }) => {
  const instanceId = text(step.inputs, "instanceId");
  await build.site.world.terminateInstance(build.site.place.region, instanceId);
  build.instances.delete(instanceId);
  return {};
});
