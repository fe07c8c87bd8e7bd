import { withBuilt, withWindowsImage } from "../example";
import type { ProjectRule } from "../project-rule";

const launching = (marker = "") =>
  withBuilt(`    distribute:\n      - region: us-east-1\n        ${marker}fastLaunch: [{ snapshots: 5 }]\n`);

export const fastLaunchPlatform: ProjectRule = {
  code: "fast-launch-platform",
  refusedBy: "build",
  summary: "EC2 Fast Launch supports only Windows AMIs.",
  source: "API type FastLaunchConfiguration: for output Windows AMIs",
  fail: [launching("▸")],
  pass: [{ ...withWindowsImage(), ...launching() }],
  eachTarget({ image, target, path }, report, { recipeOf }) {
    const platform = recipeOf("image", image)?.base?.platform;
    if (target.fastLaunch.length === 0 || platform === undefined || platform === "Windows") return;
    report({ key: [...path, "fastLaunch"] }, `"${image}" is ${platform}, and Fast Launch is for Windows`, "remove it");
  },
};
