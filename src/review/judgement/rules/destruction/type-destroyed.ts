import { destroyed, replaced, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { type DestroyedType, destroyedTypes } from "./destroyed-types";

function destructionRule({ code, types, summary, source, message, replaceable }: DestroyedType): ReviewRule {
  const [type = ""] = types;
  const named = { name: "linux-base", bucket: "images" };
  return {
    code,
    class: "destructive",
    summary,
    source,
    fail: [destroyed(type, named)],
    pass: [
      replaceable
        ? replaced(type, { ...named, version: "1.0.0" }, { ...named, version: "1.0.1" })
        : updated(type, named, { ...named, tags: { team: "web" } }),
    ],
    find: eachChange((change) => {
      const goes = change.action === "delete" || (change.action === "replace" && replaceable !== true);
      if (!types.includes(change.type) || !goes || change.deposed) return [];
      const lost = typeof message === "string" ? message : message(change);
      return [`${change.action === "replace" ? "it is replaced: " : ""}${lost}`];
    }),
  };
}

export const destructionRules = destroyedTypes.map(destructionRule);
