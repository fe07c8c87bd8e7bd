import { randomUUID } from "node:crypto";

import { text } from "../../fields";
import { severityCounts } from "../../findings";
import { instant } from "./action";

/** What Amazon Inspector finds is what the settings say. */
export const collectImageScanFindings = instant(async ({ build, step }) => {
  const { site, arn } = build;
  const { findings } = site.settings;
  site.store.findings.set(arn, findings);
  build.change({ scanState: { status: "COMPLETED" } });
  if (findings.length > 0)
    await site.world.sendEvent(site.place.region, "EC2 Image Builder CVE Detected", arn, {
      "resource-id": text(step.inputs, "instanceId"),
      "finding-severity-counts": severityCounts(findings),
    });
  return { runCommandId: randomUUID(), status: "Success", output: "" };
});
