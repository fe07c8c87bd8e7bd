import { createColors } from "picocolors";

import { counted } from "../../collections/counted";
import type { ReportedBuild } from "../../operations/images/image-report";
import { printable } from "../../problems/printable";

/** Describes the builds of images, one paragraph per build. Each fact has its own line, so that lines fit into 80 columns. */
export function imagesText(images: ReadonlyMap<string, readonly ReportedBuild[]>, colour: boolean): string {
  const pc = createColors(colour);
  const paragraphs = [...images].flatMap(([image, builds]) => [
    pc.bold(image),
    ...(builds.length === 0 ? ["  never built"] : builds.flatMap((build) => described(build, pc))),
    "",
  ]);
  return paragraphs.join("\n");
}

function described(build: ReportedBuild, pc: ReturnType<typeof createColors>): string[] {
  const { version, status, created, reason, amis, containers, commit, channels, components } = build;
  const paint = { AVAILABLE: pc.green, FAILED: pc.red, CANCELLED: pc.yellow }[status] ?? pc.dim;
  const marks = [
    ...(build.newest ? ["newest"] : []),
    ...(build.deprecated && status !== "DEPRECATED" ? ["deprecated"] : []),
    ...channels,
  ];
  return [
    `  ${version}/${build.build}  ${paint(status)}  ${when(created)}${marks.length === 0 ? "" : `  [${marks.join(", ")}]`}`,
    ...(reason === undefined || status === "AVAILABLE" ? [] : [`    ${printable(reason)}`]),
    ...amis.flatMap(({ id, region, account, state, sharedWith, instances }) => [
      [
        `    ${id}  ${region}  account ${account}`,
        ...(state === undefined || state === "available" ? [] : [state]),
      ].join(", "),
      ...sharedWith.map((who) => `      shared with ${who}`),
      ...(instances.length === 0 ? [] : [`      used by ${counted(instances.length, "instance")}`]),
    ]),
    ...containers.map((uri) => `    ${uri}`),
    ...(commit === undefined
      ? []
      : [`    from commit ${commit.slice(0, 12)}${commit.endsWith("-dirty") ? ", with changes" : ""}`]),
    ...(components.length === 0 ? [] : [`    ${components.join("\n    ")}`]),
  ];
}

/** Formats an ISO 8601 time as `2026-11-27 15:04 UTC`. Returns other texts unchanged. */
export function when(created: string): string {
  const time = new Date(created);
  return Number.isNaN(time.getTime()) ? created : `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
