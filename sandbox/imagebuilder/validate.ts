import { ApiError } from "./api-error";
import { type Shape, shapeNamed } from "./api-model";

/**
 * Validates a request against the constraints of the API: required fields, lengths, ranges, patterns, enums.
 *
 * @throws ApiError ValidationException that lists every violation, in the wording of AWS
 */
export function validateInput(shapeName: string, input: Readonly<Record<string, unknown>>): void {
  const violations = violationsOf(shapeNamed(shapeName), input, "");
  if (violations.length === 0) return;
  const plural = violations.length === 1 ? "error" : "errors";
  throw new ApiError(
    "ValidationException",
    `${violations.length} validation ${plural} detected: ${violations.join("; ")}`,
  );
}

function violationsOf(shape: Shape, value: unknown, path: string): string[] {
  switch (shape.type) {
    case "structure": {
      if (!isRecord(value)) return [typeViolation(value, path, "a structure")];
      const members = shape.members ?? {};
      const missing = (shape.required ?? [])
        .filter((name) => value[name] === undefined || value[name] === null)
        .map((name) => `Value null at '${join(path, name)}' failed to satisfy constraint: Member must not be null`);
      const unknown = Object.keys(value)
        .filter((name) => !Object.hasOwn(members, name))
        .map((name) => `Unknown parameter '${join(path, name)}'`);
      const inner = Object.entries(members).flatMap(([name, member]) =>
        value[name] === undefined || value[name] === null
          ? []
          : violationsOf(shapeNamed(member.shape), value[name], join(path, name)),
      );
      return [...missing, ...unknown, ...inner];
    }
    case "list": {
      if (!Array.isArray(value)) return [typeViolation(value, path, "a list")];
      const item = shapeNamed(shape.item ?? "");
      return [
        ...sizeViolations(shape, value.length, value, path),
        ...value.flatMap((each, index) => violationsOf(item, each, `${path}.${index + 1}.member`)),
      ];
    }
    case "map": {
      if (!isRecord(value)) return [typeViolation(value, path, "a map")];
      const key = shapeNamed(shape.key ?? "");
      const each = shapeNamed(shape.value ?? "");
      const entries = Object.entries(value);
      return [
        ...sizeViolations(shape, entries.length, value, path),
        ...entries.flatMap(([name, member]) => [
          ...violationsOf(key, name, path),
          ...violationsOf(each, member, `${path}.${name}.member`),
        ]),
      ];
    }
    case "string":
      return typeof value === "string"
        ? stringViolations(shape, value, path)
        : [typeViolation(value, path, "a string")];
    case "integer":
    case "long":
      return Number.isInteger(value)
        ? rangeViolations(shape, value as number, path)
        : [typeViolation(value, path, "an integer")];
    case "float":
    case "double":
      return typeof value === "number" ? rangeViolations(shape, value, path) : [typeViolation(value, path, "a number")];
    case "boolean":
      return typeof value === "boolean" ? [] : [typeViolation(value, path, "a boolean")];
    case "timestamp":
    case "blob":
      return [];
  }
}

function stringViolations(shape: Shape, value: string, path: string): string[] {
  const violations = [];
  // The service counts characters, not UTF-16 units.
  const length = Array.from(value).length;
  if (shape.min !== undefined && length < shape.min)
    violations.push(constraint(value, path, `have length greater than or equal to ${shape.min}`));
  if (shape.max !== undefined && length > shape.max)
    violations.push(constraint(value, path, `have length less than or equal to ${shape.max}`));
  if (shape.pattern !== undefined && !new RegExp(`^(?:${shape.pattern})$`).test(value)) {
    violations.push(constraint(value, path, `satisfy regular expression pattern: ${shape.pattern}`));
  }
  if (shape.enum !== undefined && !shape.enum.includes(value))
    violations.push(constraint(value, path, `satisfy enum value set: [${shape.enum.join(", ")}]`));
  return violations;
}

function rangeViolations(shape: Shape, value: number, path: string): string[] {
  const violations = [];
  if (shape.min !== undefined && value < shape.min)
    violations.push(constraint(value, path, `have value greater than or equal to ${shape.min}`));
  if (shape.max !== undefined && value > shape.max)
    violations.push(constraint(value, path, `have value less than or equal to ${shape.max}`));
  return violations;
}

function sizeViolations(shape: Shape, size: number, value: unknown, path: string): string[] {
  const violations = [];
  if (shape.min !== undefined && size < shape.min)
    violations.push(constraint(value, path, `have length greater than or equal to ${shape.min}`));
  if (shape.max !== undefined && size > shape.max)
    violations.push(constraint(value, path, `have length less than or equal to ${shape.max}`));
  return violations;
}

function constraint(value: unknown, path: string, must: string): string {
  return `Value '${shown(value)}' at '${path}' failed to satisfy constraint: Member must ${must}`;
}

function typeViolation(value: unknown, path: string, expected: string): string {
  return `Value '${shown(value)}' at '${path}' is not ${expected}`;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
