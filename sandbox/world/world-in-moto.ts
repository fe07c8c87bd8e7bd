import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";
import { amis } from "./amis";
import { containerImages } from "./container-images";
import { filesOfLogs } from "./files-of-logs";
import { instances } from "./instances";
import { launchTemplates } from "./launch-templates";
import { logs } from "./logs";
import { notices } from "./notices";
import { parameters } from "./parameters";

/** Implements the operations of builds in other services with moto. */
export function worldInMoto(calls: MotoCalls): World {
  return {
    ...instances(calls),
    ...amis(calls),
    ...parameters(calls),
    ...launchTemplates(calls),
    ...containerImages(calls),
    ...logs(calls),
    ...filesOfLogs(calls),
    ...notices(calls),
  };
}
