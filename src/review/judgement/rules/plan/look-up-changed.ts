import type { ReviewRule } from "../../review-rule";

const lookUps = (after: string) => ({
  look_ups: { actions: ["update"], before: { "parent of base": "ami-1" }, after: { "parent of base": after } },
});

export const lookUpChanged: ReviewRule = {
  code: "look-up-changed",
  summary:
    "A look-up finds something else than at the last apply. What is built from now on, or with the next version of a recipe, is made with it.",
  source: "https://developer.hashicorp.com/terraform/language/data-sources",
  fail: [{ output_changes: lookUps("ami-2") }],
  pass: [{ output_changes: lookUps("ami-1") }],
  find: ({ plan, drifted }) =>
    drifted
      ? []
      : plan.lookUps.map(({ what, before, after }) => ({
          message: `the look-up of ${what} finds ${after}, and found ${before} before${
            /^(parent|instance) of /.test(what) ? "; the recipe takes it with its next version" : ""
          }`,
        })),
};
