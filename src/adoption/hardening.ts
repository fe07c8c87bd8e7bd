import type { YamlPath } from "../problems/yaml-source";
import { objectOf } from "../review/plan/json";
import { keptArguments } from "./matching/overrides";

/** What a second step after an adoption may set, as `--only` names it; docs/adoption.md tells of each. */
export type Hardening = "documents" | "logs" | "metadata" | "volumes" | "overrides" | "comments";

/** A line that keeps something as the old code had it. */
export interface KeptAsItWas {
  readonly of: Hardening;
  readonly path: YamlPath;
}

/** The lines of an environment that keep what its old code had set. @param raw what its file holds */
export function keptInEnvironment(raw: unknown): KeptAsItWas[] {
  const { documents, build, overrides, images, containers } = objectOf(raw);
  const { logs, metadata } = objectOf(build);
  const own = (kind: string, built: unknown): KeptAsItWas[] =>
    Object.entries(objectOf(built)).flatMap(([name, each]) =>
      objectOf(objectOf(each).build).metadata === "as-ami"
        ? [{ of: "metadata" as const, path: [kind, name, "build", "metadata"] }]
        : [],
    );
  return [
    ...("protection" in objectOf(documents) ? [{ of: "documents" as const, path: ["documents", "protection"] }] : []),
    ...("protection" in objectOf(logs) ? [{ of: "logs" as const, path: ["build", "logs", "protection"] }] : []),
    ...(metadata === "as-ami" ? [{ of: "metadata" as const, path: ["build", "metadata"] }] : []),
    ...own("images", images),
    ...own("containers", containers),
    ...Object.entries(objectOf(overrides)).flatMap(([address, given]) => {
      const [type = ""] = address.split(".");
      // What an adoption has written, and nothing that somebody needs for another reason.
      return Object.keys(objectOf(given))
        .filter((argument) => keptArguments[type]?.includes(argument))
        .map((argument) => ({ of: "overrides" as const, path: ["overrides", address, argument] }));
    }),
  ];
}

/** The same of an image: its volumes stay as the parent has them. */
export function keptInImage(raw: unknown): KeptAsItWas[] {
  const { encryptRootVolume, volumes } = objectOf(raw);
  return [
    ...(encryptRootVolume === false ? [{ of: "volumes" as const, path: ["encryptRootVolume"] }] : []),
    ...(Array.isArray(volumes) ? volumes : []).flatMap((volume, index) =>
      objectOf(volume).encrypted === "as-parent"
        ? [{ of: "volumes" as const, path: ["volumes", index, "encrypted"] }]
        : [],
    ),
  ];
}
