import { randomUUID } from "node:crypto";

import { text } from "../../fields";
import { severityCounts } from "../../findings";
import { instant } from "./action";

/** Records the findings of Amazon Inspector, which come from the settings of the sandbox. */
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
