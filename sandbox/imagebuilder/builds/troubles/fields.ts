import type { Trouble } from "./trouble";

export type TroubleKind = Trouble["kind"];

interface Field {
  readonly words: string;
  readonly required?: true;
  readonly test: (value: unknown) => boolean;
}

const word: Field = { words: "a text", test: (value) => typeof value === "string" && value !== "" };
const whole: Field = {
  words: "a whole number from 0",
  test: (value) => Number.isInteger(value) && (value as number) >= 0,
};
const flag: Field = { words: "true or false", test: (value) => typeof value === "boolean" };
const texts: Field = {
  words: "a list of texts",
  test: (value) => Array.isArray(value) && value.every((each) => typeof each === "string"),
};
const oneOf = (...words: readonly string[]): Field => ({
  words: words.map((each) => `"${each}"`).join(" or "),
  test: (value) => words.includes(value as string),
});
const required = (field: Field): Field => ({ ...field, required: true });

const image = word;
const outcome = oneOf("fails", "hangs");

/** Fields that a fault of each kind can have. */
export const fieldsOfKind: Readonly<Record<TroubleKind, Readonly<Record<string, Field>>>> = {
  component: {
    image,
    component: word,
    phase: word,
    step: word,
    iteration: whole,
    exitCode: whole,
    stdout: word,
    stderr: word,
    error: word,
    reboots: whole,
    outcome,
  },
  step: {
    image,
    workflow: oneOf("BUILD", "TEST", "DISTRIBUTION"),
    step: word,
    action: word,
    at: oneOf("start", "end"),
    lines: texts,
    reason: required(word),
    onlyInOutputs: flag,
    endsInstance: flag,
    outcome,
  },
  region: {
    image,
    region: word,
    configurationStep: oneOf(
      "ASSOCIATE_LICENSES",
      "UPDATE_LAUNCH_TEMPLATES",
      "PUT_SSM_PARAMETERS",
      "UPDATE_FAST_LAUNCH_CONFIGURATIONS",
      "EXPORT_AMI",
    ),
    message: required(word),
  },
  early: { image, reason: required(word) },
  call: { operation: required(word), code: required(word), message: required(word) },
};
