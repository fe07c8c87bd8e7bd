import type { z } from "zod";

import type { RecipeKind } from "../model/recipe";
import type { Problem } from "../problems/problem";
import { wrongType } from "../problems/rules/wrong-type";
import { listOf, nearest } from "../problems/suggest";
import type { YamlSource } from "../problems/yaml-source";
import { type Definition, fitDefinition, type WrittenFile } from "./read-definition";
import { valueMisplaced } from "./rules/value-misplaced";
import { valueUnknown } from "./rules/value-unknown";
import { type ValueFault, type Values, valuesUsed, withValues } from "./values";
import { dotted } from "./words";

/** The environment whose values replace the references in a file. */
export interface ValuedBy {
  /** Name of the environment. */
  readonly environment: string;
  readonly values: Values;
}

/**
 * Validates a file against its schema after inserting the values of an environment. Problems with a value are reported at its references.
 */
export function fitValued<S extends z.ZodType>(
  written: WrittenFile,
  schema: S,
  kind: RecipeKind | "environment",
  { environment, values }: ValuedBy,
): Definition<z.output<S>> {
  const { source } = written;
  const { raw, faults } = withValues(written.raw, values, kind);
  const ofValues = faults.map((fault) => faultProblem(fault, source, environment, values));
  if (ofValues.length > 0) return { source, raw: written.raw, problems: [...written.problems, ...ofValues] };
  const fitted = fitDefinition({ ...written, raw }, schema);
  const places = valuesUsed(written.raw).map(({ path, name }) => ({ name, ...source.locate(path).start }));
  const problems = fitted.problems.map((problem): Problem => {
    const used = places.find(({ line, column }) => line === problem.line && column === problem.column);
    if (used === undefined) return problem;
    return {
      ...problem,
      message: `${problem.message}, by the value "${used.name}" of environment "${environment}"`,
      fix: `${problem.fix}, as "values.${used.name}" in the environment`,
    };
  });
  return { ...fitted, problems };
}

function faultProblem(
  { path, name, why }: ValueFault,
  source: YamlSource,
  environment: string,
  values: Values,
): Problem {
  switch (why) {
    case "unknown": {
      const near = nearest(name, values.keys());
      const message = `environment "${environment}" has no value "${name}"`;
      const fix =
        near === undefined
          ? `add "${name}" to "values" of the environment${values.size > 0 ? `, which lists ${listOf([...values.keys()])}` : ""}`
          : `did you mean "\${var.${near}}"?`;
      return source.problem(valueUnknown, path, message, fix);
    }
    case "misplaced": {
      const message = `"${dotted(path)}" is the same in every environment, and contains "\${var.${name}}"`;
      return source.problem(valueMisplaced, path, message, "write it out");
    }
    case "in-key": {
      const message = `the key "${String(path.at(-1))}" contains "\${var.${name}}", and a key cannot contain a value`;
      return source.keyProblem(valueMisplaced, path, message, "write it out");
    }
    case "list-in-text": {
      const message = `"${dotted(path)}" contains the value "${name}" within a text, but environment "${environment}" lists a list`;
      return source.problem(wrongType, path, message, `write nothing but \${var.${name}}, or list a text`);
    }
  }
}
