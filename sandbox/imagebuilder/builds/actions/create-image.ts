import { text } from "../../fields";
import { amiDescription } from "../ami-name";
import { refusedCall } from "../failure";
import { type Action, instant } from "./action";

/** Makes the AMI of the build, in its own region; from here on it is there whatever becomes of the build. */
const makeImage = (operation: string): Action =>
  instant(async ({ build, step }) => {
    const { region } = build.site.place;
    const instanceId = text(step.inputs, "instanceId") || ([...build.instances][0] ?? "");
    try {
      build.amiId = await build.site.world.createImage(region, instanceId, amiDescription(build, region));
    } catch (error) {
      throw refusedCall(error, operation, step.definition.name);
    }
    return { imageId: build.amiId };
  });

export const createImage = makeImage("CreateImage");

/** The snapshots are those that earlier steps have made; here the AMI is one of the instance. */
export const registerImage = makeImage("RegisterImage");
