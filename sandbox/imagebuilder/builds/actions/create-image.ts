import { text } from "../../fields";
import { amiDescription } from "../ami-name";
import { refusedCall } from "../failure";
import { type Action, instant } from "./action";

/** Creates the AMI of the build in its own region. The AMI remains even if the build fails later. */
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

/** Registers an AMI. AWS uses snapshots of earlier steps; the sandbox creates the AMI from the instance. */
export const registerImage = makeImage("RegisterImage");
